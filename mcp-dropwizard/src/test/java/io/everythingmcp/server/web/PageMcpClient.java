package io.everythingmcp.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.WireJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Minimal MCP client for tests of pages. */
final class PageMcpClient {
  private static final PageBrowser HTTP = new PageBrowser();

  private PageMcpClient() {}

  /** Initializes a session with URL elicitation. */
  static String initialize(String base) {
    String body =
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",
         "capabilities":{"elicitation":{"url":{}}},"clientInfo":{"name":"test","version":"1"}}}\
        """;
    return post(base, null, body).headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  /** Calls a tool and returns the immediate result. */
  static JsonNode call(String base, String session, String tool, String arguments) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(tool, arguments);
    return WireJson.read(post(base, session, body).body(), JsonNode.class);
  }

  private static HttpResponse<String> post(String base, String session, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (session != null) {
      request.header("Mcp-Session-Id", session);
    }
    return HTTP.send(request.build());
  }
}
