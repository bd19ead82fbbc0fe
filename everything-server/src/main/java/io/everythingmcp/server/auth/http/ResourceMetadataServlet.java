package io.everythingmcp.server.auth.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of each endpoint who gives tokens for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>
 */
public final class ResourceMetadataServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final String baseUri;
  private final String basePath;
  private final transient Map<String, Resource> resources = new HashMap<>();

  /**
   * Metadata.
   *
   * @param baseUri where clients find this server
   * @param main the resource that is meant where none is named; HTTP+SSE belongs to it
   * @param more others
   */
  public ResourceMetadataServlet(String baseUri, Resource main, List<Resource> more) {
    this.baseUri = baseUri;
    this.basePath = URI.create(baseUri).getRawPath();
    resources.put("", main);
    resources.put("/", main);
    resources.put(main.path(), main);
    resources.put("/sse", main.at("/sse"));
    resources.put("/message", main.at("/sse"));
    more.forEach(resource -> resources.put(resource.path(), resource));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getPathInfo() == null ? "" : request.getPathInfo();
    String path = given.startsWith(basePath) ? given.substring(basePath.length()) : given;
    Resource resource = resources.get(path);
    if (resource == null) {
      PublicJson.write(response, 404, Json.object().put("error", "not_found"));
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=300");
    PublicJson.write(response, 200, metadata(resource));
  }

  private ObjectNode metadata(Resource resource) {
    ObjectNode metadata = Json.object().put("resource", baseUri + resource.path());
    if (!resource.servers().isEmpty()) {
      resource.servers().forEach(metadata.putArray("authorization_servers")::add);
    }
    resource.scopes().forEach(metadata.putArray("scopes_supported")::add);
    metadata.putArray("bearer_methods_supported").add("header");
    return metadata
        .put("resource_name", resource.name())
        .put("resource_documentation", baseUri + "/");
  }
}
