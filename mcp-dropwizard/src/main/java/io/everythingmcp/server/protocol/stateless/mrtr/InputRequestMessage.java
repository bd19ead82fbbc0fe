package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.wire.WireJson;

/**
 * Input request in the format of 2026-07-28: a request without an id.
 *
 * @param needs required client capability
 * @param method method of the request
 * @param params its parameters; null if there are none
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests, input requests</a>
 */
record InputRequestMessage(ClientCapability needs, String method, JsonNode params) {

  static InputRequestMessage of(InputRequest inputRequest) {
    if (inputRequest instanceof InputRequest.FormElicitation form) {
      ObjectNode params = elicitation("form", form.message());
      params.set("requestedSchema", WireJson.tree(form.requestedSchema()));
      return new InputRequestMessage(form.requiredCapability(), "elicitation/create", params);
    }
    if (inputRequest instanceof InputRequest.UrlElicitation elicitation) {
      ObjectNode params =
          elicitation("url", elicitation.message()).put("url", elicitation.page().url());
      return new InputRequestMessage(
          elicitation.requiredCapability(), "elicitation/create", params);
    }
    return inputRequest instanceof InputRequest.Sampling
        ? new InputRequestMessage(
            inputRequest.requiredCapability(),
            "sampling/createMessage",
            WireJson.tree(inputRequest))
        : new InputRequestMessage(inputRequest.requiredCapability(), "roots/list", null);
  }

  private static ObjectNode elicitation(String mode, String message) {
    return WireJson.object().put("mode", mode).put("message", message);
  }

  /**
   * Returns a copy whose message starts with the reason of the repetition; null for the first time.
   */
  InputRequestMessage because(String reason) {
    if (reason == null || !(params instanceof ObjectNode before) || !before.has("message")) {
      return this;
    }
    String message =
        "The elicitation response does not match requestedSchema: "
            + reason
            + "\n\n"
            + before.get("message").asText();
    return new InputRequestMessage(needs, method, before.deepCopy().put("message", message));
  }

  /** Returns the expected response. */
  ExpectedInputResponse expected() {
    return ExpectedInputResponse.to(method, params);
  }

  /** As one of the input requests of a result. */
  ObjectNode request() {
    ObjectNode request = WireJson.object().put("method", method);
    return params == null || params.isNull() ? request : request.set("params", params);
  }
}
