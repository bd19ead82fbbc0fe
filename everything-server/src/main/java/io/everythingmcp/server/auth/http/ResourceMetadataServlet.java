package io.everythingmcp.server.auth.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Says of each endpoint who gives tokens for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>
 */
public final class ResourceMetadataServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Which resource is meant, by what follows the well-known path. */
  private static final Map<String, String> RESOURCES =
      Map.of("", "/mcp", "/mcp", "/mcp", "/sse", "/sse", "/message", "/sse");

  private final String baseUri;
  private final String basePath;
  private final String name;
  private final transient List<String> servers;

  /**
   * Metadata.
   *
   * @param baseUri where clients find this server
   * @param name what people call it
   * @param servers the issuers whose tokens are accepted
   */
  public ResourceMetadataServlet(String baseUri, String name, List<String> servers) {
    this.baseUri = baseUri;
    this.basePath = java.net.URI.create(baseUri).getRawPath();
    this.name = name;
    this.servers = List.copyOf(servers);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getPathInfo() == null ? "" : request.getPathInfo();
    String path = given.startsWith(basePath) ? given.substring(basePath.length()) : given;
    String resource = RESOURCES.get(path.equals("/") ? "" : path);
    if (resource == null) {
      PublicJson.write(response, 404, Json.object().put("error", "not_found"));
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=300");
    PublicJson.write(response, 200, metadata(baseUri + resource));
  }

  private ObjectNode metadata(String resource) {
    ObjectNode metadata = Json.object().put("resource", resource);
    if (!servers.isEmpty()) {
      servers.forEach(metadata.putArray("authorization_servers")::add);
    }
    List.of(Challenge.USUAL.split(" ")).forEach(metadata.putArray("scopes_supported")::add);
    metadata.putArray("bearer_methods_supported").add("header");
    return metadata.put("resource_name", name).put("resource_documentation", baseUri + "/");
  }
}
