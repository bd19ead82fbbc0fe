package io.everythingmcp.server.web;

import io.dropwizard.jersey.errors.ErrorMessage;
import io.everythingmcp.server.store.StoreUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Without the shared store a page cannot be shown now, and can be soon. */
public final class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {

  @Override
  public Response toResponse(StoreUnavailableException away) {
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, 1)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ErrorMessage(503, "The shared store cannot be reached. Try again in a moment."))
        .build();
  }
}
