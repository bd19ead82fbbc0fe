package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/**
 * Expected response to a request to the client.
 *
 * @param method method of the request
 * @param form JSON Schema of the form; null if there is none
 */
public record ExpectedInputResponse(String method, Map<String, Object> form) {

  /** Returns the expected response to an input request. */
  public static ExpectedInputResponse to(InputRequest inputRequest) {
    if (inputRequest instanceof InputRequest.FormElicitation form) {
      return new ExpectedInputResponse("elicitation/create", form.requestedSchema());
    }
    if (inputRequest instanceof InputRequest.UrlElicitation) {
      return new ExpectedInputResponse("elicitation/create", null);
    }
    return inputRequest instanceof InputRequest.Sampling
        ? new ExpectedInputResponse("sampling/createMessage", null)
        : new ExpectedInputResponse("roots/list", null);
  }

  /** What a request to a client, as it was written, expects. */
  public static ExpectedInputResponse to(String method, JsonNode params) {
    JsonNode form = params == null ? null : params.get("requestedSchema");
    return new ExpectedInputResponse(
        method, form == null || form.isNull() ? null : WireJson.map(form));
  }
}
