package io.everythingmcp.server.protocol.stateless.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.server.protocol.handlers.ExpectedAnswer;
import io.everythingmcp.server.wire.Json;

/**
 * A question as clients of 2026-07-28 see it: a request without an id of its own.
 *
 * @param needs what the client must have declared
 * @param method what is asked for
 * @param params the details; null where there are none
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests, input requests</a>
 */
record Asked(ClientCapability needs, String method, JsonNode params) {

  static Asked of(InputRequest question) {
    if (question instanceof InputRequest.Form form) {
      ObjectNode params = elicitation("form", form.message());
      params.set("requestedSchema", Json.tree(form.requestedSchema()));
      return new Asked(form.needs(), "elicitation/create", params);
    }
    if (question instanceof InputRequest.Visit visit) {
      ObjectNode params = elicitation("url", visit.message()).put("url", visit.page().url());
      return new Asked(visit.needs(), "elicitation/create", params);
    }
    return question instanceof InputRequest.Sample
        ? new Asked(question.needs(), "sampling/createMessage", Json.tree(question))
        : new Asked(question.needs(), "roots/list", null);
  }

  private static ObjectNode elicitation(String mode, String message) {
    return Json.object().put("mode", mode).put("message", message);
  }

  /**
   * With the reason why it is asked again in front of its message; null where it is the first time.
   */
  Asked because(String reason) {
    if (reason == null || !(params instanceof ObjectNode before) || !before.has("message")) {
      return this;
    }
    String message =
        "The answer does not fit the form: " + reason + "\n\n" + before.get("message").asText();
    return new Asked(needs, method, before.deepCopy().put("message", message));
  }

  /** What the answer must be like. */
  ExpectedAnswer expected() {
    return ExpectedAnswer.to(method, params);
  }

  /** As one of the input requests of a result. */
  ObjectNode request() {
    ObjectNode request = Json.object().put("method", method);
    return params == null || params.isNull() ? request : request.set("params", params);
  }
}
