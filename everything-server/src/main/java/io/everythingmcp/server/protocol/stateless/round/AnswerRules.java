package io.everythingmcp.server.protocol.stateless.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.handlers.Schemas;
import io.everythingmcp.server.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What answers must look like.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">Elicitation</a>,
 *     and the pages on sampling and roots
 */
final class AnswerRules {
  private static final Set<String> ACTIONS = Set.of("accept", "decline", "cancel");

  private final Schemas schemas = new Schemas();

  /** Looks at what came in answer to questions; what was not asked is ignored. */
  Responses sort(Map<String, Asked> questions, JsonNode responses) {
    Map<String, JsonNode> good = new LinkedHashMap<>();
    ObjectNode unfit = Json.object();
    String[] malformed = new String[1];
    questions.forEach(
        (key, asked) -> {
          JsonNode response = responses.get(key);
          if (response == null) {
            return;
          }
          Optional<String> wrong = malformed(asked, response);
          wrong.ifPresent(why -> malformed[0] = key + ": " + why);
          if (wrong.isEmpty()) {
            unfit(asked, response)
                .ifPresentOrElse(why -> unfit.put(key, why), () -> good.put(key, response));
          }
        });
    return new Responses(good, unfit, malformed[0]);
  }

  private static Optional<String> malformed(Asked asked, JsonNode answer) {
    if (!answer.isObject()) {
      return Optional.of("must be an object: the result of " + asked.method());
    }
    return switch (asked.method()) {
      case "elicitation/create" -> elicitation(answer);
      case "sampling/createMessage" -> sample(answer);
      default -> roots(answer);
    };
  }

  private static Optional<String> elicitation(JsonNode answer) {
    if (!ACTIONS.contains(answer.path("action").asText())) {
      return Optional.of("must have an \"action\": accept, decline or cancel");
    }
    JsonNode content = answer.path("content");
    return content.isMissingNode() || content.isNull() || content.isObject()
        ? Optional.empty()
        : Optional.of("must have an object as \"content\", or none");
  }

  private static Optional<String> sample(JsonNode answer) {
    boolean complete =
        answer.path("role").isTextual()
            && answer.path("model").isTextual()
            && answer.path("content").isContainerNode();
    return complete
        ? Optional.empty()
        : Optional.of("must have \"role\", \"content\" and \"model\"");
  }

  private static Optional<String> roots(JsonNode answer) {
    boolean complete = answer.path("roots").isArray();
    for (JsonNode root : answer.path("roots")) {
      complete &= root.path("uri").isTextual();
    }
    return complete ? Optional.empty() : Optional.of("must have \"roots\", each with a \"uri\"");
  }

  /** Why an answer does not fit the form it answers; empty when it does, or there is no form. */
  private Optional<String> unfit(Asked asked, JsonNode answer) {
    JsonNode form = asked.params() == null ? null : asked.params().get("requestedSchema");
    if (form == null || !answer.path("action").asText().equals("accept")) {
      return Optional.empty();
    }
    JsonNode content = answer.path("content");
    return schemas.violationsOnce(Json.map(form), content.isObject() ? content : Json.object());
  }
}
