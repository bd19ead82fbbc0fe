package io.everythingmcp.server;

import io.everythingmcp.server.configuration.McpConfiguration;

/** Creates servers that no transport serves, for tests of the protocol. */
public final class TransportlessServer {
  private TransportlessServer() {}

  /**
   * Creates a server, which the caller closes.
   *
   * @param bundle its features and settings; need not be installed
   */
  public static McpServer of(McpServerBundle bundle, McpConfiguration configuration) {
    return new McpServerFactory(bundle.settings()).build(configuration);
  }
}
