package io.everythingmcp.server.protocol.stateless.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.handlers.AnswerRules;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.Revision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells answers that count from those that must be given again, and from what is no answer. */
final class AnswerSorting {
  private final AnswerRules rules = new AnswerRules();

  /** Looks at what came in answer to questions; what was not asked is ignored. */
  Responses sort(Map<String, Asked> questions, JsonNode responses) {
    Map<String, JsonNode> good = new LinkedHashMap<>();
    ObjectNode unfit = Json.object();
    String malformed = null;
    for (Map.Entry<String, Asked> question : questions.entrySet()) {
      String key = question.getKey();
      JsonNode response = responses.get(key);
      if (response == null) {
        continue;
      }
      var expected = question.getValue().expected();
      Optional<String> wrong = rules.malformed(expected, response, Revision.V2026_07_28);
      if (wrong.isPresent()) {
        malformed = key + ": " + wrong.get();
      } else {
        rules
            .unfit(expected, response)
            .ifPresentOrElse(why -> unfit.put(key, why), () -> good.put(key, response));
      }
    }
    return new Responses(good, unfit, malformed);
  }
}
