package io.everythingmcp.server.protocol.stateless.header;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.TextTruncation;
import java.util.Map;
import java.util.Optional;

/** The headers that every request has: its method, and for some methods what it is about. */
final class StandardHeaders {
  private static final int SHOWN = 100;

  /** Which parameter {@code Mcp-Name} mirrors. */
  private static final Map<String, String> NAMED =
      Map.of(
          "tools/call", "name",
          "prompts/get", "name",
          "resources/read", "uri",
          "tasks/get", "taskId",
          "tasks/update", "taskId",
          "tasks/cancel", "taskId");

  private StandardHeaders() {}

  /** How the headers disagree with a request; empty when they do not. */
  static Optional<String> violation(RequestHeaders headers, RpcMessage.Request request) {
    HeaderField method = HeaderField.plain(headers, RequestHeaders.METHOD);
    Optional<String> wrong = violation(method, request.method());
    String parameter = NAMED.get(request.method());
    if (wrong.isPresent() || parameter == null) {
      return wrong;
    }
    JsonNode named = request.params().path(parameter);
    HeaderField name = HeaderField.encoded(headers, RequestHeaders.NAME);
    boolean nothing = !named.isTextual() && name.value() == null && name.problem() == null;
    return nothing ? Optional.empty() : violation(name, named.asText());
  }

  private static Optional<String> violation(HeaderField field, String body) {
    if (field.problem() != null) {
      return Optional.of(field.name() + " header " + field.problem());
    }
    if (field.value() == null) {
      return Optional.of(
          field.name() + " header is missing, but the body contains " + quoted(body));
    }
    return field.value().equals(body)
        ? Optional.empty()
        : Optional.of(mismatch(field.name(), field.value(), body));
  }

  static String mismatch(String header, String value, String body) {
    return header + " header value " + quoted(value) + " does not match body value " + quoted(body);
  }

  private static String quoted(String text) {
    return "'" + TextTruncation.shortened(text, SHOWN) + "'";
  }
}
