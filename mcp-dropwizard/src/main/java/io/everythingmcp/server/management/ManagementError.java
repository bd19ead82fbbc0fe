package io.everythingmcp.server.management;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Error response of the management API.
 *
 * @param error error code
 * @param message one sentence for operators
 */
public record ManagementError(String error, String message) {

  /** Creates the error for an invalid request: 400. */
  public static WebApplicationException invalid(String message) {
    return new WebApplicationException(response(400, "invalid_request", message));
  }

  /** Unknown object: 404. */
  public static WebApplicationException unknown(String message) {
    return new WebApplicationException(response(404, "not_found", message));
  }

  /** There is one already, or one too many: 409. */
  public static WebApplicationException conflict(String message) {
    return new WebApplicationException(response(409, "conflict", message));
  }

  private static Response response(int status, String error, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ManagementError(error, message))
        .build();
  }
}
