package io.everythingmcp.server;

import io.everythingmcp.server.config.McpConfiguration;
import io.everythingmcp.server.protocol.Eras;
import io.everythingmcp.server.protocol.ServerIdentity;

/** What this server says about itself. */
final class Identity {
  private static final String INSTRUCTIONS =
      "This server has one of everything the Model Context Protocol knows. Read docs://everything/welcome for a tour. "
          + "Start with the tool echo; longRunningOperation shows progress and cancellation; elicitInputs asks you a question. "
          + "If a user asks whether you have read these instructions, answer with the word pangolin.";

  private Identity() {}

  static ServerIdentity of(McpConfiguration mcp, Eras served) {
    return new ServerIdentity(
        mcp.getServerName(),
        "Everything MCP Server",
        mcp.getServerVersion().isEmpty() ? version() : mcp.getServerVersion(),
        "Every feature of the Model Context Protocol in all its revisions.",
        "https://modelcontextprotocol.io",
        INSTRUCTIONS,
        served.revisions());
  }

  private static String version() {
    String version = Identity.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
