package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SenderView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests that were answered with questions, and the requests that answer them. */
final class InputRounds {
  /**
   * A request with answers or state.
   *
   * @param asked the request whose questions it answers; null where none is found
   * @param byState whether its state named that request
   */
  record Retry(ClientMessage message, ClientMessage asked, boolean byState) {}

  private final List<ClientMessage> asked = new ArrayList<>();
  private final List<Retry> retries = new ArrayList<>();

  private final Map<Asked, Long> firstAsked = new HashMap<>();

  private InputRounds() {}

  /** Rounds by sender: doubt about who sent a request blames nobody. */
  static InputRounds of(JournalView view) {
    InputRounds rounds = new InputRounds();
    for (SenderView sender : view.senders()) {
      rounds.add(sender);
    }
    return rounds;
  }

  private record Call(String method, JsonNode params) {}

  private record Asked(SenderView sender, Call call) {}

  private void add(SenderView sender) {
    Map<String, ClientMessage> byState = new HashMap<>();
    Map<Call, ClientMessage> byCall = new HashMap<>();
    Map<Call, ClientMessage> byName = new HashMap<>();
    for (ClientMessage message : sender.messages()) {
      if (!message.isRequest() || !message.accepted()) {
        continue;
      }
      Call call = new Call(message.method(), ClientMessage.bare(message.params()));
      Call name =
          new Call(
              message.method(),
              message.params().has("name")
                  ? message.params().path("name")
                  : message.params().path("uri"));
      if (isRetry(message)) {
        JsonNode state = message.params().path("requestState");
        ClientMessage stated = state.isTextual() ? byState.get(state.textValue()) : null;
        retries.add(
            stated != null
                ? new Retry(message, stated, true)
                : new Retry(message, byCall.getOrDefault(call, byName.get(name)), false));
      }
      if (isAsked(message)) {
        asked.add(message);
        firstAsked.putIfAbsent(new Asked(sender, call), message.at());
        byCall.put(call, message);
        byName.put(name, message);
        JsonNode state = message.result().path("requestState");
        if (state.isTextual()) {
          byState.put(state.textValue(), message);
        }
      }
    }
  }

  static boolean isRetry(ClientMessage message) {
    return message.params().has("inputResponses") || message.params().has("requestState");
  }

  static boolean isAsked(ClientMessage message) {
    return message.result().path("resultType").asText().equals("input_required");
  }

  List<ClientMessage> asked() {
    return asked;
  }

  List<Retry> retries() {
    return retries;
  }

  /** Whether exactly this call was asked something before. */
  boolean ownQuestion(ClientMessage message) {
    Call call = new Call(message.method(), ClientMessage.bare(message.params()));
    Long at = firstAsked.get(new Asked(message.sender(), call));
    return at != null && at < message.at();
  }
}
