package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.rule.lifecycle.InputResultFormats;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.InputRoundTrips;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.SenderView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** M12 to M18: multi round-trip requests. */
public final class InputRoundTripRules {
  private static final long AGAIN = 60_000;
  private static final long PERSON = 10 * 60_000;

  private InputRoundTripRules() {}

  private record Repeated(String method, JsonNode params) {}

  /** M12. */
  public static void newId(JournalView view, RuleObservations seen) {
    seen.unless("no request was repeated");
    for (InputRoundTrips.Retry retry : view.rounds().retries()) {
      if (retry.asked() != null) {
        judgeId(retry.message(), retry.asked(), seen);
      }
    }
    for (SenderView sender : view.senders()) {
      Map<Repeated, ClientMessage> lost = new HashMap<>();
      for (ClientMessage message : sender.messages()) {
        if (!message.isRequest() || InputRoundTrips.isRetry(message)) {
          continue;
        }
        Repeated key = new Repeated(message.method(), message.bareParams());
        ClientMessage first = lost.remove(key);
        if (first != null && message.at() - first.exchange().response().endedAt() < AGAIN) {
          judgeId(message, first, seen);
        }
        if (message.accepted()
            && !message.answered()
            && message.exchange().response().end() == StreamEnd.ABORT) {
          lost.put(key, message);
        }
      }
    }
  }

  private static void judgeId(ClientMessage message, ClientMessage first, RuleObservations seen) {
    if (message.key().equals(first.key())) {
      seen.fail(message, "the id " + message.id() + " again", first.n());
    } else {
      seen.good(message);
    }
  }

  /** M13. */
  public static void stateEchoed(JournalView view, RuleObservations seen) {
    seen.unless("no further round trip was seen");
    for (InputRoundTrips.Retry retry : view.rounds().retries()) {
      JsonNode sent = retry.message().params().path("requestState");
      if (retry.asked() == null) {
        if (!sent.isMissingNode()) {
          seen.fail(retry.message(), "a requestState that was never received");
        }
        continue;
      }
      JsonNode given = retry.asked().result().path("requestState");
      if (retry.byState() || (sent.isMissingNode() && given.isMissingNode())) {
        seen.good(retry.message());
      } else if (sent.isMissingNode()) {
        seen.fail(retry.message(), "no requestState, though one was received", retry.asked().n());
      } else if (given.isMissingNode()) {
        seen.fail(retry.message(), "a requestState, though none was received", retry.asked().n());
      } else {
        seen.fail(retry.message(), "another requestState than received", retry.asked().n());
      }
    }
  }

  /** The first check of M14. */
  public static void complete(JournalView view, RuleObservations seen) {
    seen.unless("no input request got a response");
    for (InputRoundTrips.Retry retry : view.rounds().retries()) {
      if (retry.asked() == null || !retry.asked().result().has("inputRequests")) {
        continue;
      }
      JsonNode responses = retry.message().params().path("inputResponses");
      String wrong = null;
      for (Map.Entry<String, JsonNode> question :
          retry.asked().result().path("inputRequests").properties()) {
        JsonNode response = responses.path(question.getKey());
        if (response.isMissingNode()) {
          wrong = "no response for " + question.getKey();
        } else if (!ofKind(question.getValue().path("method").asText(), response)) {
          wrong = "for " + question.getKey() + " a response of another kind: " + response;
        }
      }
      if (wrong == null) {
        seen.good(retry.message());
      } else {
        seen.fail(retry.message(), wrong, retry.asked().n());
      }
    }
  }

  private static boolean ofKind(String method, JsonNode response) {
    return switch (method) {
      case "elicitation/create" -> !response.has("roots") && !response.has("role");
      case "sampling/createMessage" -> !response.has("roots") && !response.has("action");
      case "roots/list" -> !response.has("action") && !response.has("role");
      default -> true;
    };
  }

  /** The second check of M14. */
  public static void noSurplus(JournalView view, RuleObservations seen) {
    seen.unless("no input request got a response");
    for (InputRoundTrips.Retry retry : view.rounds().retries()) {
      if (retry.asked() == null) {
        continue;
      }
      Set<String> surplus = new HashSet<>();
      retry.message().params().path("inputResponses").fieldNames().forEachRemaining(surplus::add);
      retry.asked().result().path("inputRequests").fieldNames().forEachRemaining(surplus::remove);
      if (surplus.isEmpty()) {
        seen.good(retry.message());
      } else {
        seen.warn(retry.message(), "responses for " + surplus, retry.asked().n());
      }
    }
  }

  private static boolean sameName(ClientMessage one, ClientMessage other) {
    return one.method().equals(other.method())
        && one.params().path("name").equals(other.params().path("name"))
        && one.params().path("uri").equals(other.params().path("uri"));
  }

  /** M15. */
  public static void isolated(JournalView view, RuleObservations seen) {
    seen.unless("no further round trip with requestState was seen");
    InputRoundTrips rounds = view.rounds();
    for (InputRoundTrips.Retry retry : rounds.retries()) {
      if (!retry.byState()) {
        continue;
      }
      ClientMessage message = retry.message();
      boolean elsewhere =
          !sameName(message, retry.asked())
              || (!message.sameCallAs(retry.asked()) && rounds.isInputRequest(message));
      if (elsewhere) {
        seen.fail(message, "the requestState of another request", retry.asked().n());
      } else {
        seen.good(message);
      }
    }
  }

  /** M16. */
  public static void sameRequest(JournalView view, RuleObservations seen) {
    seen.unless("no further round trip was seen");
    InputRoundTrips rounds = view.rounds();
    for (InputRoundTrips.Retry retry : rounds.retries()) {
      if (retry.asked() == null || !sameName(retry.message(), retry.asked())) {
        continue;
      }
      if (retry.message().sameCallAs(retry.asked())) {
        seen.good(retry.message());
      } else if (!retry.byState() || !rounds.isInputRequest(retry.message())) {
        seen.fail(
            retry.message(),
            "other params than the request that required input",
            retry.asked().n());
      }
    }
  }

  /** M17. */
  public static void answered(JournalView view, RuleObservations seen) {
    seen.unless("no input was requested that the client had declared");
    InputRoundTrips rounds = view.rounds();
    Set<Integer> continued = new HashSet<>();
    Map<SenderView, Long> last = new HashMap<>();
    rounds.retries().stream()
        .filter(retry -> retry.asked() != null)
        .forEach(retry -> continued.add(retry.asked().n()));
    view.senders()
        .forEach(
            sender -> last.put(sender, sender.messages().get(sender.messages().size() - 1).at()));
    Map<JsonNode, Integer> repeated = new HashMap<>();
    for (ClientMessage asked : rounds.asked()) {
      JsonNode questions = asked.result().path("inputRequests");
      if (questions.isEmpty() || !declared(asked, questions)) {
        continue;
      }
      boolean person = false;
      for (JsonNode question : questions) {
        person |= !question.path("method").asText().equals("roots/list");
      }
      long limit = person ? PERSON : AGAIN;
      int times = repeated.merge(asked.bareParams(), 1, Integer::sum);
      if (continued.contains(asked.n())) {
        repeated.remove(asked.bareParams());
        seen.good(asked);
      } else if (times == 5) {
        seen.warn(asked, "the same call five times, and no response to its input requests");
      } else if (last.get(asked.sender()) > asked.answeredAt() + limit) {
        seen.fail(asked, "no response to " + questions.properties().iterator().next().getKey());
      }
    }
  }

  private static boolean declared(ClientMessage asked, JsonNode questions) {
    for (JsonNode question : questions) {
      JsonNode capabilities = asked.capabilities();
      JsonNode modes = capabilities.path("elicitation");
      boolean url = question.at("/params/mode").asText("form").equals("url");
      boolean declared =
          switch (question.path("method").asText()) {
            case "roots/list" -> capabilities.has("roots");
            case "sampling/createMessage" -> capabilities.has("sampling");
            case "elicitation/create" ->
                modes.isObject() && (url ? modes.has("url") : modes.isEmpty() || modes.has("form"));
            default -> false;
          };
      if (!declared) {
        return false;
      }
    }
    return true;
  }

  /** M18. */
  public static void shapes(JournalView view, RuleObservations seen) {
    seen.unless("no input request got a response");
    for (InputRoundTrips.Retry retry : view.rounds().retries()) {
      if (retry.asked() == null) {
        continue;
      }
      for (Map.Entry<String, JsonNode> question :
          retry.asked().result().path("inputRequests").properties()) {
        JsonNode response = retry.message().params().path("inputResponses").path(question.getKey());
        String method = question.getValue().path("method").asText();
        if (response.isMissingNode() || !ofKind(method, response)) {
          continue;
        }
        String wrong = shape(method, question.getValue().path("params"), response);
        if (wrong == null) {
          seen.good(retry.message());
        } else {
          seen.fail(retry.message(), question.getKey() + ": " + wrong, retry.asked().n());
        }
      }
    }
  }

  private static String shape(String method, JsonNode question, JsonNode response) {
    return switch (method) {
      case "elicitation/create" -> InputResultFormats.elicitation(question, response);
      case "roots/list" -> InputResultFormats.roots(response);
      case "sampling/createMessage" -> {
        String wrong = InputResultFormats.sampling(response, PublishedRevisions.V2026_07);
        yield wrong == null && question.has("tools")
            ? InputResultFormats.toolUse(question, response)
            : wrong;
      }
      default -> null;
    };
  }
}
