package io.everythingmcp.server.web;

import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.ArrayList;
import java.util.List;

/** Configuration examples for clients. */
public final class ClientSnippets {
  private static final String JSON_TITLE = "Most clients, in their JSON configuration";
  private static final String CLAUDE = "Claude Code";

  private ClientSnippets() {}

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
   * @param access what a client must send
   */
  static List<Snippet> of(
      String endpoint, String name, EnabledEras eras, AccessInstructions access) {
    List<Snippet> snippets = new ArrayList<>(ofClients(endpoint, name, "http", access));
    if (!access.assignment().isEmpty()) {
      snippets.add(new Snippet("The credential, first, in the same shell", access.assignment()));
    }
    if (eras.stateful()) {
      snippets.add(new Snippet("curl, with a session", initialize(endpoint, access.option())));
    }
    if (eras.stateless()) {
      snippets.add(new Snippet("curl, without one", discover(endpoint, access.option())));
    }
    return snippets;
  }

  /**
   * The examples for clients with a configuration.
   *
   * @param transport the word of the clients: http or sse
   */
  static List<Snippet> ofClients(
      String endpoint, String name, String transport, AccessInstructions access) {
    String header = access.header().isEmpty() ? "" : " \\\n  --header \"" + access.header() + "\"";
    return List.of(
        new Snippet(JSON_TITLE, json(endpoint, name, transport, access.header())),
        new Snippet(
            CLAUDE,
            "claude mcp add --transport "
                + transport
                + " "
                + word(name)
                + " \\\n  "
                + endpoint
                + header));
  }

  /** Returns a name as one argument of a shell command. */
  private static String word(String name) {
    return name.strip().replaceAll("[^A-Za-z0-9_.-]+", "-");
  }

  private static String json(String endpoint, String name, String transport, String header) {
    String[] parts = header.split(": ", 2);
    String headers =
        header.isEmpty()
            ? ""
            : ",\n      \"headers\": { %s: %s }"
                .formatted(WireJson.text(parts[0]), WireJson.text(parts[1]));
    return """
    {
      "mcpServers": {
        %s: {
          "type": %s,
          "url": %s%s
        }
      }
    }\
    """
        .formatted(WireJson.text(name), WireJson.text(transport), WireJson.text(endpoint), headers);
  }

  private static String initialize(String endpoint, String credential) {
    return curl(
        endpoint,
        credential,
        """
        -d '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{
             "protocolVersion":"%s","capabilities":{},
             "clientInfo":{"name":"curl","version":"1"}}}'\
        """
            .formatted(ProtocolRevision.LATEST_STATEFUL));
  }

  private static String discover(String endpoint, String credential) {
    String meta = "io.modelcontextprotocol";
    return curl(
        endpoint,
        credential,
        "-H 'MCP-Protocol-Version: " + ProtocolRevision.FIRST_STATELESS + "'",
        "-H 'Mcp-Method: server/discover'",
        """
        -d '{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{"_meta":{
             "%1$s/protocolVersion":"%2$s",
             "%1$s/clientInfo":{"name":"curl","version":"1"},
             "%1$s/clientCapabilities":{}}}}'\
        """
            .formatted(meta, ProtocolRevision.FIRST_STATELESS));
  }

  private static String curl(String endpoint, String credential, String... more) {
    List<String> lines = new ArrayList<>();
    lines.add("curl -i " + endpoint);
    if (!credential.isEmpty()) {
      lines.add(credential);
    }
    lines.add("-H 'Content-Type: application/json'");
    lines.add("-H 'Accept: application/json, text/event-stream'");
    lines.addAll(List.of(more));
    return String.join(" \\\n  ", lines);
  }
}
