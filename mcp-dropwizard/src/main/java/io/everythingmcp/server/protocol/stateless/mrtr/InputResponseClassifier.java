package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.handlers.InputResponseRules;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Separates valid input responses from those that must be repeated and from invalid ones. */
final class InputResponseClassifier {
  private final InputResponseRules rules = new InputResponseRules();

  /** Classifies the received responses; ignores those that were not requested. */
  ClassifiedInputResponses sort(
      Map<String, InputRequestMessage> inputRequests, JsonNode responses) {
    Map<String, JsonNode> good = new LinkedHashMap<>();
    ObjectNode unfit = WireJson.object();
    String malformed = null;
    for (Map.Entry<String, InputRequestMessage> inputRequest : inputRequests.entrySet()) {
      String key = inputRequest.getKey();
      JsonNode response = responses.get(key);
      if (response == null) {
        continue;
      }
      var expected = inputRequest.getValue().expected();
      Optional<String> wrong = rules.malformed(expected, response, ProtocolRevision.V2026_07_28);
      if (wrong.isPresent()) {
        malformed = key + ": " + wrong.get();
      } else {
        rules
            .unfit(expected, response)
            .ifPresentOrElse(why -> unfit.put(key, why), () -> good.put(key, response));
      }
    }
    return new ClassifiedInputResponses(good, unfit, malformed);
  }
}
