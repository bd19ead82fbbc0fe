package io.everythingmcp.server;

import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.stream.Stream;

/** The URL paths of MCP endpoints, as servlet mappings. */
final class EndpointPaths {
  /** The Streamable HTTP endpoint. */
  static final String STREAMABLE_HTTP = "/mcp";

  /** The endpoints of the servers of tenants. */
  static final String TENANTS = "/t/*";

  private EndpointPaths() {}

  /** The endpoints of the main server and of tenants. */
  static String[] all() {
    return new String[] {STREAMABLE_HTTP, "/sse", "/message", TENANTS};
  }

  /** All endpoints, those of mounted servers included. */
  static String[] all(McpConfiguration configuration) {
    return Stream.concat(Stream.of(all()), configuration.getMounts().stream().map(m -> m.getPath()))
        .toArray(String[]::new);
  }
}
