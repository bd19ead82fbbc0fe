package io.everythingmcp.server.security.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.edge.AllowedMethods;
import io.everythingmcp.server.edge.BodyReadingServlet;
import io.everythingmcp.server.wire.EndpointPath;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Serves protected resource metadata, which names the authorization server of each endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">OAuth 2.0 Protected Resource Metadata, RFC
 *     9728</a>
 */
public final class ProtectedResourceMetadataServlet extends HttpServlet
    implements BodyReadingServlet {
  private static final long serialVersionUID = 1L;

  private final transient ResourceAddress address;
  private final transient EndpointPath endpoint;
  private final String basePath;
  private final transient Optional<ProtectedResource> main;
  private final transient Map<String, ProtectedResource> resources = new HashMap<>();

  /**
   * Creates the servlet.
   *
   * @param baseUri public URL of this server
   * @param endpoint path of the main endpoint
   * @param main default resource; includes HTTP+SSE and the paths of tenants. Empty if no
   *     authorization server is configured
   * @param more further resources
   */
  public ProtectedResourceMetadataServlet(
      String baseUri,
      EndpointPath endpoint,
      Optional<ProtectedResource> main,
      List<ProtectedResource> more) {
    this.address = new ResourceAddress(baseUri);
    this.endpoint = endpoint;
    this.basePath = URI.create(baseUri).getRawPath();
    this.main = main;
    main.ifPresent(
        resource -> {
          resources.put("", resource);
          resources.put("/", resource);
          resources.put(resource.path(), resource);
          resources.put("/sse", resource.at("/sse"));
          resources.put("/message", resource.at("/sse"));
        });
    more.forEach(resource -> resources.put(resource.path(), resource));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!AllowedMethods.handled(request, response, Set.of("GET", "HEAD"))) {
      document(request, response);
    }
  }

  private void document(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String sent = request.getPathInfo() == null ? "" : request.getPathInfo();
    // Libraries that put addresses together may add a slash.
    String given =
        sent.length() > 1 && sent.endsWith("/") ? sent.substring(0, sent.length() - 1) : sent;
    String path = given.startsWith(basePath) ? given.substring(basePath.length()) : given;
    Optional<ProtectedResource> resource = find(path);
    if (resource.isEmpty()) {
      PublicJson.write(response, 404, WireJson.object().put("error", "not_found"));
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=300");
    PublicJson.write(
        response, 200, metadata(resource.get(), address.base(request.getHeader("Host"))));
  }

  /** Every possible tenant path has metadata, so that the existing tenants are not disclosed. */
  private Optional<ProtectedResource> find(String path) {
    return endpoint.tenant(path).isPresent()
        ? main.map(resource -> resource.at(path))
        : Optional.ofNullable(resources.get(path));
  }

  /** Returns the protected resource metadata of an endpoint. */
  private static ObjectNode metadata(ProtectedResource resource, String base) {
    ObjectNode metadata = WireJson.object().put("resource", base + resource.path());
    resource.servers().forEach(metadata.putArray("authorization_servers")::add);
    resource.scopes().forEach(metadata.putArray("scopes_supported")::add);
    metadata.putArray("bearer_methods_supported").add("header");
    return metadata.put("resource_name", resource.name()).put("resource_documentation", base + "/");
  }
}
