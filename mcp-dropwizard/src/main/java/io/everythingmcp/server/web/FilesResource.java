package io.everythingmcp.server.web;

import io.everythingmcp.server.wire.SecureIds;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that the pages need. They are read at the start. */
@Path("/")
public final class FilesResource {
  private final byte[] style = load("style.css");
  private final byte[] script = load("copy.js");
  private final byte[] logo = load("logo.svg");
  private final EntityTag tag = new EntityTag(SecureIds.random());

  private static byte[] load(String name) {
    try (InputStream file = FilesResource.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing in the jar");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Path("style.css")
  @Produces("text/css;charset=utf-8")
  public Response style(@Context Request request) {
    return file(request, style);
  }

  @GET
  @Path("copy.js")
  @Produces("text/javascript;charset=utf-8")
  public Response script(@Context Request request) {
    return file(request, script);
  }

  @GET
  @Path("logo.svg")
  @Produces("image/svg+xml")
  public Response logo(@Context Request request) {
    return file(request, logo);
  }

  /** Browsers revalidate each time; the response is 304 while this process runs. */
  private Response file(Request request, byte[] content) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(content) : unchanged)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }
}
