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
    for (InputRoundTrips.Retry retry : view.roundTrips().retries()) {
      if (retry.inputRequired() != null) {
        judgeId(retry.message(), retry.inputRequired(), seen);
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
            && !message.hasResponse()
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
    for (InputRoundTrips.Retry retry : view.roundTrips().retries()) {
      JsonNode sent = retry.message().params().path("requestState");
      if (retry.inputRequired() == null) {
        if (!sent.isMissingNode()) {
          seen.fail(retry.message(), "a requestState that was never received");
        }
        continue;
      }
      JsonNode given = retry.inputRequired().result().path("requestState");
      if (retry.byState() || (sent.isMissingNode() && given.isMissingNode())) {
        seen.good(retry.message());
      } else if (sent.isMissingNode()) {
        seen.fail(
            retry.message(), "no requestState, though one was received", retry.inputRequired().n());
      } else if (given.isMissingNode()) {
        seen.fail(
            retry.message(), "a requestState, though none was received", retry.inputRequired().n());
      } else {
        seen.fail(retry.message(), "another requestState than received", retry.inputRequired().n());
      }
    }
  }

  /** The first check of M14. */
  public static void complete(JournalView view, RuleObservations seen) {
    seen.unless("no input request got a response");
    for (InputRoundTrips.Retry retry : view.roundTrips().retries()) {
      if (retry.inputRequired() == null || !retry.inputRequired().result().has("inputRequests")) {
        continue;
      }
      JsonNode responses = retry.message().params().path("inputResponses");
      String wrong = null;
      for (Map.Entry<String, JsonNode> inputRequest :
          retry.inputRequired().result().path("inputRequests").properties()) {
        JsonNode response = responses.path(inputRequest.getKey());
        if (response.isMissingNode()) {
          wrong = "no response for " + inputRequest.getKey();
        } else if (!ofKind(inputRequest.getValue().path("method").asText(), response)) {
          wrong = "for " + inputRequest.getKey() + " a response of another kind: " + response;
        }
      }
      if (wrong == null) {
        seen.good(retry.message());
      } else {
        seen.fail(retry.message(), wrong, retry.inputRequired().n());
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
    for (InputRoundTrips.Retry retry : view.roundTrips().retries()) {
      if (retry.inputRequired() == null) {
        continue;
      }
      Set<String> surplus = new HashSet<>();
      retry.message().params().path("inputResponses").fieldNames().forEachRemaining(surplus::add);
      retry
          .inputRequired()
          .result()
          .path("inputRequests")
          .fieldNames()
          .forEachRemaining(surplus::remove);
      if (surplus.isEmpty()) {
        seen.good(retry.message());
      } else {
        seen.warn(retry.message(), "responses for " + surplus, retry.inputRequired().n());
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
    InputRoundTrips roundTrips = view.roundTrips();
    for (InputRoundTrips.Retry retry : roundTrips.retries()) {
      if (!retry.byState()) {
        continue;
      }
      ClientMessage message = retry.message();
      boolean elsewhere =
          !sameName(message, retry.inputRequired())
              || (!message.sameCallAs(retry.inputRequired()) && roundTrips.isInputRequest(message));
      if (elsewhere) {
        seen.fail(message, "the requestState of another request", retry.inputRequired().n());
      } else {
        seen.good(message);
      }
    }
  }

  /** M16. */
  public static void sameRequest(JournalView view, RuleObservations seen) {
    seen.unless("no further round trip was seen");
    InputRoundTrips roundTrips = view.roundTrips();
    for (InputRoundTrips.Retry retry : roundTrips.retries()) {
      if (retry.inputRequired() == null || !sameName(retry.message(), retry.inputRequired())) {
        continue;
      }
      if (retry.message().sameCallAs(retry.inputRequired())) {
        seen.good(retry.message());
      } else if (!retry.byState() || !roundTrips.isInputRequest(retry.message())) {
        seen.fail(
            retry.message(),
            "other params than the request that required input",
            retry.inputRequired().n());
      }
    }
  }

  /** M17. */
  public static void answered(JournalView view, RuleObservations seen) {
    seen.unless("no input was requested that the client had declared");
    InputRoundTrips roundTrips = view.roundTrips();
    Set<Integer> continued = new HashSet<>();
    Map<SenderView, Long> last = new HashMap<>();
    roundTrips.retries().stream()
        .filter(retry -> retry.inputRequired() != null)
        .forEach(retry -> continued.add(retry.inputRequired().n()));
    view.senders()
        .forEach(
            sender -> last.put(sender, sender.messages().get(sender.messages().size() - 1).at()));
    Map<JsonNode, Integer> repeated = new HashMap<>();
    for (ClientMessage inputRequired : roundTrips.inputRequired()) {
      JsonNode inputRequests = inputRequired.result().path("inputRequests");
      if (inputRequests.isEmpty() || !declared(inputRequired, inputRequests)) {
        continue;
      }
      boolean person = false;
      for (JsonNode inputRequest : inputRequests) {
        person |= !inputRequest.path("method").asText().equals("roots/list");
      }
      long limit = person ? PERSON : AGAIN;
      int times = repeated.merge(inputRequired.bareParams(), 1, Integer::sum);
      if (continued.contains(inputRequired.n())) {
        repeated.remove(inputRequired.bareParams());
        seen.good(inputRequired);
      } else if (times == 5) {
        seen.warn(inputRequired, "the same call five times, and no response to its input requests");
      } else if (last.get(inputRequired.sender()) > inputRequired.responseAt() + limit) {
        seen.fail(
            inputRequired,
            "no response to " + inputRequests.properties().iterator().next().getKey());
      }
    }
  }

  private static boolean declared(ClientMessage inputRequired, JsonNode inputRequests) {
    for (JsonNode inputRequest : inputRequests) {
      JsonNode capabilities = inputRequired.capabilities();
      JsonNode modes = capabilities.path("elicitation");
      boolean url = inputRequest.at("/params/mode").asText("form").equals("url");
      boolean declared =
          switch (inputRequest.path("method").asText()) {
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
    for (InputRoundTrips.Retry retry : view.roundTrips().retries()) {
      if (retry.inputRequired() == null) {
        continue;
      }
      for (Map.Entry<String, JsonNode> inputRequest :
          retry.inputRequired().result().path("inputRequests").properties()) {
        JsonNode response =
            retry.message().params().path("inputResponses").path(inputRequest.getKey());
        String method = inputRequest.getValue().path("method").asText();
        if (response.isMissingNode() || !ofKind(method, response)) {
          continue;
        }
        String wrong = shape(method, inputRequest.getValue().path("params"), response);
        if (wrong == null) {
          seen.good(retry.message());
        } else {
          seen.fail(
              retry.message(), inputRequest.getKey() + ": " + wrong, retry.inputRequired().n());
        }
      }
    }
  }

  private static String shape(String method, JsonNode inputRequest, JsonNode response) {
    return switch (method) {
      case "elicitation/create" -> InputResultFormats.elicitation(inputRequest, response);
      case "roots/list" -> InputResultFormats.roots(response);
      case "sampling/createMessage" -> {
        String wrong = InputResultFormats.sampling(response, PublishedRevisions.V2026_07);
        yield wrong == null && inputRequest.has("tools")
            ? InputResultFormats.toolUse(inputRequest, response)
            : wrong;
      }
      default -> null;
    };
  }
}
