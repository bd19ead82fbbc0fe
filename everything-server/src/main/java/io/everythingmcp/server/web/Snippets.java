package io.everythingmcp.server.web;

import io.everythingmcp.server.protocol.Eras;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.Revision;
import java.util.ArrayList;
import java.util.List;

/** Examples to copy: how a client is told of this server. */
public final class Snippets {
  private Snippets() {}

  /**
   * One example.
   *
   * @param title what it is for
   * @param code what to copy
   */
  public record Snippet(String title, String code) {}

  /**
   * The examples for a server.
   *
   * @param endpoint where messages go
   * @param name what the client should call it
   */
  static List<Snippet> of(String endpoint, String name, Eras eras) {
    List<Snippet> snippets = new ArrayList<>();
    snippets.add(new Snippet("Most clients, in their JSON configuration", json(endpoint, name)));
    snippets.add(
        new Snippet(
            "Claude Code", "claude mcp add --transport http " + name + " \\\n  " + endpoint));
    if (eras.sessionful()) {
      snippets.add(new Snippet("curl, with a session", initialize(endpoint)));
    }
    if (eras.stateless()) {
      snippets.add(new Snippet("curl, without one", discover(endpoint)));
    }
    return snippets;
  }

  private static String json(String endpoint, String name) {
    return """
        {
          "mcpServers": {
            %s: {
              "type": "http",
              "url": %s
            }
          }
        }"""
        .formatted(Json.text(name), Json.text(endpoint));
  }

  private static String initialize(String endpoint) {
    return curl(
        endpoint,
        """
        -d '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{
             "protocolVersion":"%s","capabilities":{},
             "clientInfo":{"name":"curl","version":"1"}}}'"""
            .formatted(Revision.LATEST_SESSIONFUL));
  }

  private static String discover(String endpoint) {
    String meta = "io.modelcontextprotocol";
    return curl(
        endpoint,
        "-H 'MCP-Protocol-Version: " + Revision.FIRST_STATELESS + "'",
        "-H 'Mcp-Method: server/discover'",
        """
        -d '{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{"_meta":{
             "%1$s/protocolVersion":"%2$s",
             "%1$s/clientInfo":{"name":"curl","version":"1"},
             "%1$s/clientCapabilities":{}}}}'"""
            .formatted(meta, Revision.FIRST_STATELESS));
  }

  private static String curl(String endpoint, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add("curl -i " + endpoint);
    lines.add("-H 'Content-Type: application/json'");
    lines.add("-H 'Accept: application/json, text/event-stream'");
    lines.addAll(List.of(more));
    return String.join(" \\\n  ", lines);
  }
}
