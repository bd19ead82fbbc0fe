package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Test client over Streamable HTTP for the stateful revisions or the stateless one. It waits for
 * each response and passes input requests of the server to a function of the test. A JSON-RPC or
 * HTTP error is thrown as {@link UnexpectedResponseException}, whose message contains the exchange.
 * Not thread-safe.
 */
public final class McpTestClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LATEST_STATEFUL = "2025-11-25";

  private final ClientChannel channel;

  /** Protocol revisions to use. */
  public enum Revisions {
    /** 2025-11-25, with a session created by {@code initialize}. */
    STATEFUL,
    /** 2026-07-28, in which each request is complete. */
    STATELESS
  }

  private McpTestClient(ClientChannel channel) {
    this.channel = channel;
  }

  /** Connects without a credential; in the stateful revisions this creates the session. */
  public static McpTestClient connect(URI endpoint, Revisions revisions) {
    return connect(endpoint, revisions, Optional.empty(), inputRequest -> Optional.empty());
  }

  /**
   * Connects with a bearer token.
   *
   * @param token the bearer token of each request
   * @param inputResponses returns the result of an input request of the server ({@code
   *     elicitation/create}, {@code sampling/createMessage}, {@code roots/list}); empty for an
   *     error
   */
  public static McpTestClient connect(
      URI endpoint,
      Revisions revisions,
      Optional<String> token,
      Function<JsonNode, Optional<JsonNode>> inputResponses) {
    HttpExchanges http = new HttpExchanges(endpoint, token);
    return new McpTestClient(
        revisions == Revisions.STATEFUL
            ? new StatefulChannel(http, LATEST_STATEFUL, inputResponses)
            : new StatelessChannel(http, inputResponses));
  }

  /**
   * Connects with one of the stateful revisions, such as {@code 2025-03-26}, without a credential.
   *
   * @param revision the revision that {@code initialize} requests
   * @param inputResponses as in the other method
   */
  public static McpTestClient connect(
      URI endpoint, String revision, Function<JsonNode, Optional<JsonNode>> inputResponses) {
    HttpExchanges http = new HttpExchanges(endpoint, Optional.empty());
    return new McpTestClient(new StatefulChannel(http, revision, inputResponses));
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
