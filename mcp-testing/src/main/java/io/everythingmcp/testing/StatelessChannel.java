package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Requests of revision 2026-07-28, with multi round-trip requests.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports">Transports</a>
 */
final class StatelessChannel implements ClientChannel {
  private static final String REVISION = "2026-07-28";
  private static final int MOST_ROUND_TRIPS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpExchanges http;
  private final Function<JsonNode, Optional<JsonNode>> inputResponses;
  private final AtomicInteger ids = new AtomicInteger();
  private JsonNode server;

  StatelessChannel(HttpExchanges http, Function<JsonNode, Optional<JsonNode>> inputResponses) {
    this.http = http;
    this.inputResponses = inputResponses;
  }

  @Override
  public JsonNode server() {
    if (server == null) {
      server = send("server/discover", JSON.createObjectNode());
    }
    return server;
  }

  @Override
  public Optional<String> sessionId() {
    return Optional.empty();
  }

  @Override
  public JsonNode request(String method, ObjectNode params) {
    ObjectNode next = params;
    for (int trip = 0; trip < MOST_ROUND_TRIPS; trip++) {
      JsonNode result = send(method, next);
      if (!result.path("resultType").asText().equals("input_required")) {
        return result;
      }
      next = withResponses(params, result);
    }
    throw new IllegalStateException(
        "The server still requires input after " + MOST_ROUND_TRIPS + " requests of " + method);
  }

  /** Returns the request with responses to the input requests of its result. */
  private ObjectNode withResponses(ObjectNode params, JsonNode result) {
    ObjectNode next = params.deepCopy();
    ObjectNode responses = next.putObject("inputResponses");
    for (Map.Entry<String, JsonNode> inputRequest : result.path("inputRequests").properties()) {
      inputResponses
          .apply(inputRequest.getValue())
          .ifPresent(response -> responses.set(inputRequest.getKey(), response));
    }
    if (result.has("requestState")) {
      next.set("requestState", result.get("requestState"));
    }
    return next;
  }

  private JsonNode send(String method, ObjectNode params) {
    ObjectNode complete = params.deepCopy();
    ObjectNode meta = complete.withObject("/_meta");
    meta.put("io.modelcontextprotocol/protocolVersion", REVISION);
    meta.set("io.modelcontextprotocol/clientInfo", ClientDeclaration.info());
    meta.set("io.modelcontextprotocol/clientCapabilities", ClientDeclaration.capabilities());
    ObjectNode message =
        JSON.createObjectNode()
            .put("jsonrpc", "2.0")
            .put("id", ids.incrementAndGet())
            .put("method", method);
    message.set("params", complete);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("MCP-Protocol-Version", REVISION);
    headers.put("Mcp-Method", method);
    name(method, params).ifPresent(name -> headers.put("Mcp-Name", headerValue(name)));
    return http.exchange(message, headers, other -> {}).result();
  }

  /** Returns the value of the header {@code Mcp-Name}. */
  private static Optional<String> name(String method, ObjectNode params) {
    return switch (method) {
      case "tools/call", "prompts/get" -> Optional.of(params.path("name").asText());
      case "resources/read" -> Optional.of(params.path("uri").asText());
      default -> Optional.empty();
    };
  }

  /** A value that a header can carry: itself, or in base64 where it has other characters. */
  private static String headerValue(String text) {
    boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return plain
        ? text
        : "=?base64?"
            + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }
}
