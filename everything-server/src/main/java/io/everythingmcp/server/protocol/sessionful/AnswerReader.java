package io.everythingmcp.server.protocol.sessionful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.protocol.handlers.Schemas;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Map;
import java.util.Optional;

/** Reads what clients answer. A form that was filled in wrongly counts as an answer that failed. */
final class AnswerReader {
  private final Schemas schemas = new Schemas();

  /**
   * Reads an answer.
   *
   * @param form the JSON Schema of the form that was to be filled in, or null
   */
  Answer read(RpcMessage.Response response, Map<String, Object> form) {
    if (response.failed()) {
      return new Answer(Map.of(), response.error().path("message").asText("The client refused"));
    }
    JsonNode content = response.result().path("content");
    boolean accepted = response.result().path("action").asText().equals("accept");
    Optional<String> wrong =
        form != null && accepted
            ? schemas.violationsOnce(form, content.isMissingNode() ? Json.object() : content)
            : Optional.empty();
    return wrong
        .map(violations -> new Answer(Map.of(), "The answer does not fit the form: " + violations))
        .orElseGet(() -> new Answer(Json.map(response.result()), null));
  }
}
