package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A client for tests, over Streamable HTTP, in the stateful revisions or the stateless one. It
 * waits for each response and answers the server's questions with a function of the test. A
 * response that is an error of JSON-RPC or of HTTP is an {@link UnexpectedResponseException}, which
 * prints the exchange. Not for use by several threads at once.
 */
public final class McpTestClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ClientChannel channel;

  /** Which revisions of the protocol are spoken. */
  public enum Revisions {
    /** 2025-11-25, in a session that {@code initialize} begins. */
    STATEFUL,
    /** 2026-07-28, in which each request is complete. */
    STATELESS
  }

  private McpTestClient(ClientChannel channel) {
    this.channel = channel;
  }

  /** A client without a credential; in the stateful revisions its session begins here. */
  public static McpTestClient connect(URI endpoint, Revisions revisions) {
    return connect(endpoint, revisions, Optional.empty(), question -> Optional.empty());
  }

  /**
   * A client.
   *
   * @param token the bearer token that each request carries
   * @param answers gives the result of a question of the server ({@code elicitation/create}, {@code
   *     sampling/createMessage}, {@code roots/list}); empty for an error
   */
  public static McpTestClient connect(
      URI endpoint,
      Revisions revisions,
      Optional<String> token,
      Function<JsonNode, Optional<JsonNode>> answers) {
    HttpExchanges http = new HttpExchanges(endpoint, token);
    return new McpTestClient(
        revisions == Revisions.STATEFUL
            ? new StatefulChannel(http, answers)
            : new StatelessChannel(http, answers));
  }

  /** Information about the server: the result of {@code initialize} or {@code server/discover}. */
  public JsonNode server() {
    return channel.server();
  }

  /** Calls a tool. */
  public ToolCallResult callTool(String name, Map<String, ?> arguments) {
    ObjectNode params = JSON.createObjectNode().put("name", name);
    params.set("arguments", JSON.valueToTree(arguments));
    return new ToolCallResult(channel.request("tools/call", params));
  }

  /** The messages of a prompt, as the result of {@code prompts/get}. */
  public JsonNode getPrompt(String name, Map<String, String> arguments) {
    ObjectNode params = JSON.createObjectNode().put("name", name);
    params.set("arguments", JSON.valueToTree(arguments));
    return channel.request("prompts/get", params);
  }

  /** The contents of a resource, as the result of {@code resources/read}. */
  public JsonNode readResource(String uri) {
    return channel.request("resources/read", JSON.createObjectNode().put("uri", uri));
  }

  /**
   * Sends a request of any method.
   *
   * @param params without {@code _meta}
   * @return the result
   */
  public JsonNode request(String method, ObjectNode params) {
    return channel.request(method, params);
  }
}
