package io.everythingmcp.server.security.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.edge.AllowedMethods;
import io.everythingmcp.server.edge.BodyReadingServlet;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Serves the metadata of a separate authorization server at this server, for clients of 2025-03-26.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-03-26/basic/authorization#2-3-server-metadata-discovery">2025-03-26,
 *     server metadata discovery</a>
 */
public final class AuthorizationServerMetadataServlet extends HttpServlet
    implements BodyReadingServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<Optional<JsonNode>> metadata;
  private final transient Supplier<Optional<VerificationResult.Unavailable>> unavailability;

  /**
   * Creates the servlet.
   *
   * @param metadata the metadata; empty while unavailable
   * @param unavailability the reason of the unavailability, if any
   */
  public AuthorizationServerMetadataServlet(
      Supplier<Optional<JsonNode>> metadata,
      Supplier<Optional<VerificationResult.Unavailable>> unavailability) {
    this.metadata = metadata;
    this.unavailability = unavailability;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!AllowedMethods.handled(request, response, Set.of("GET", "HEAD"))) {
      document(response);
    }
  }

  private void document(HttpServletResponse response) throws IOException {
    Optional<JsonNode> document = metadata.get();
    if (document.isPresent()) {
      response.setHeader("Cache-Control", "public, max-age=60");
      PublicJson.write(response, 200, document.get());
      return;
    }
    Optional<VerificationResult.Unavailable> why = unavailability.get();
    response.setHeader("Retry-After", "5");
    response.setHeader("Cache-Control", "no-store");
    PublicJson.write(
        response,
        503,
        WireJson.object()
            .put("error", "service_unavailable")
            .put("error_description", "The authorization server cannot be reached")
            .put("authServerUrl", why.map(VerificationResult.Unavailable::authServerUrl).orElse(""))
            .put("hint", why.map(VerificationResult.Unavailable::hint).orElse("")));
  }
}
