package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.server.wire.Json;
import java.util.Map;

/**
 * What must be remembered of a request to a client to judge the answer.
 *
 * @param method the method of the request
 * @param form the JSON Schema of the form to fill in; null where there is none
 */
public record ExpectedAnswer(String method, Map<String, Object> form) {

  /** What a question expects. */
  public static ExpectedAnswer to(InputRequest question) {
    if (question instanceof InputRequest.Form form) {
      return new ExpectedAnswer("elicitation/create", form.requestedSchema());
    }
    if (question instanceof InputRequest.Visit) {
      return new ExpectedAnswer("elicitation/create", null);
    }
    return question instanceof InputRequest.Sample
        ? new ExpectedAnswer("sampling/createMessage", null)
        : new ExpectedAnswer("roots/list", null);
  }

  /** What a request to a client, as it was written, expects. */
  public static ExpectedAnswer to(String method, JsonNode params) {
    JsonNode form = params == null ? null : params.get("requestedSchema");
    return new ExpectedAnswer(method, form == null || form.isNull() ? null : Json.map(form));
  }
}
