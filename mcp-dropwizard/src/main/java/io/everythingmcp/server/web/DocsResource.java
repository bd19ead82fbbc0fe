package io.everythingmcp.server.web;

import io.everythingmcp.api.FeatureCatalog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;

/** The documentation pages in the jar, which are resources of the protocol too, for a browser. */
@Path("/docs/{page: [a-z]{1,32}}")
@Produces("text/plain;charset=utf-8")
public final class DocsResource {
  private static final String START = "docs://everything/welcome";

  /** Returns whether a server has these pages as resources. */
  public static boolean isAvailable(FeatureCatalog catalog) {
    return catalog.resources().stream().anyMatch(one -> one.definition().uri().equals(START));
  }

  /** A page, as it is written. */
  @GET
  public byte[] page(@PathParam("page") String page) throws IOException {
    String name = "/everything-docs/" + page + ".md";
    try (InputStream file = DocsResource.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new NotFoundException("Page not found.");
      }
      return file.readAllBytes();
    }
  }
}
