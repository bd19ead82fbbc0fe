package io.everythingmcp.server.assembly.endpoint;

import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.stream.Stream;

/** The URL paths of MCP endpoints, as servlet mappings. */
public final class EndpointPaths {
  /** The endpoints of the servers of tenants. */
  public static final String TENANTS = "/t/*";

  private EndpointPaths() {}

  /** The endpoints of the main server and of tenants. */
  public static String[] withoutMounts(McpConfiguration configuration) {
    return new String[] {configuration.endpoint().path(), "/sse", "/message", TENANTS};
  }

  /** All endpoints, those of mounted servers included. */
  public static String[] all(McpConfiguration configuration) {
    return Stream.concat(
            Stream.of(withoutMounts(configuration)),
            configuration.getMounts().stream().map(m -> m.getPath()))
        .toArray(String[]::new);
  }
}
