package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A session of one of the stateful revisions.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http">Streamable
 *     HTTP</a>
 */
final class StatefulChannel implements ClientChannel {
  private static final int METHOD_NOT_FOUND = -32601;
  private static final String SESSION_ID = "Mcp-Session-Id";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpExchanges http;
  private final Function<JsonNode, Optional<JsonNode>> inputResponses;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private JsonNode server = MissingNode.getInstance();

  private StatefulChannel(
      HttpExchanges http, Function<JsonNode, Optional<JsonNode>> inputResponses) {
    this.http = http;
    this.inputResponses = inputResponses;
  }

  /**
   * Creates a session.
   *
   * @param revision requested protocol revision
   */
  static StatefulChannel initialize(
      HttpExchanges http, String revision, Function<JsonNode, Optional<JsonNode>> inputResponses) {
    StatefulChannel channel = new StatefulChannel(http, inputResponses);
    ObjectNode params = JSON.createObjectNode().put("protocolVersion", revision);
    params.set("capabilities", ClientDeclaration.capabilities());
    params.set("clientInfo", ClientDeclaration.info());
    HttpExchanges.Received begun =
        http.exchange(channel.message("initialize", params), Map.of(), channel::respond);
    channel.server = begun.result();
    begun.header(SESSION_ID).ifPresent(id -> channel.headers.put(SESSION_ID, id));
    channel.headers.put("MCP-Protocol-Version", channel.server.path("protocolVersion").asText());
    http.send(
        JSON.createObjectNode().put("jsonrpc", "2.0").put("method", "notifications/initialized"),
        channel.headers);
    return channel;
  }

  /**
   * Continues a session.
   *
   * @param revision negotiated protocol revision
   * @param session id of the session
   */
  static StatefulChannel existing(
      HttpExchanges http,
      String revision,
      String session,
      Function<JsonNode, Optional<JsonNode>> inputResponses) {
    StatefulChannel channel = new StatefulChannel(http, inputResponses);
    channel.headers.put(SESSION_ID, session);
    channel.headers.put("MCP-Protocol-Version", revision);
    return channel;
  }

  private ObjectNode message(String method, ObjectNode params) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("jsonrpc", "2.0")
            .put("id", ids.incrementAndGet())
            .put("method", method);
    message.set("params", params);
    return message;
  }

  @Override
  public JsonNode request(String method, ObjectNode params) {
    return http.exchange(message(method, params), headers, this::respond).result();
  }

  @Override
  public Optional<String> sessionId() {
    return Optional.ofNullable(headers.get(SESSION_ID));
  }

  @Override
  public JsonNode server() {
    return server;
  }

  /** Responds to a request of the server; ignores notifications. */
  private void respond(JsonNode received) {
    if (!received.has("id") || !received.has("method")) {
      return;
    }
    ObjectNode response = JSON.createObjectNode().put("jsonrpc", "2.0");
    response.set("id", received.get("id"));
    Optional<JsonNode> result = inputResponses.apply(received);
    if (result.isPresent()) {
      response.set("result", result.get());
    } else {
      response
          .putObject("error")
          .put("code", METHOD_NOT_FOUND)
          .put("message", "The test provides no response to " + received.path("method").asText());
    }
    http.send(response, headers);
  }
}
