package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests whose result is {@code input_required}, and the requests with the responses. */
public final class InputRoundTrips {
  /**
   * A request with input responses or {@code requestState}.
   *
   * @param inputRequired the request that required the input; null if none is found
   * @param byState whether its {@code requestState} is that of this request
   */
  public record Retry(ClientMessage message, ClientMessage inputRequired, boolean byState) {}

  private final List<ClientMessage> inputRequired = new ArrayList<>();
  private final List<Retry> retries = new ArrayList<>();

  private final Map<Asked, Long> firstAsked = new HashMap<>();

  private InputRoundTrips() {}

  /** Finds the round trips of each sender; a requestState may also be that of another sender. */
  static InputRoundTrips of(List<SenderView> senders) {
    InputRoundTrips roundTrips = new InputRoundTrips();
    Map<String, ClientMessage> everywhere = new HashMap<>();
    for (SenderView sender : senders) {
      for (ClientMessage message : sender.messages()) {
        JsonNode state = message.result().path("requestState");
        if (isAsked(message) && state.isTextual()) {
          everywhere.put(state.textValue(), message);
        }
      }
    }
    for (SenderView sender : senders) {
      roundTrips.add(sender, everywhere);
    }
    return roundTrips;
  }

  private record Call(String method, JsonNode params) {}

  private record Asked(SenderView sender, Call call) {}

  private void add(SenderView sender, Map<String, ClientMessage> everywhere) {
    Map<String, ClientMessage> byState = new HashMap<>();
    Map<Call, ClientMessage> byCall = new HashMap<>();
    Map<Call, ClientMessage> byName = new HashMap<>();
    for (ClientMessage message : sender.messages()) {
      if (!message.isRequest() || !message.accepted()) {
        continue;
      }
      Call call = new Call(message.method(), message.bareParams());
      Call name =
          new Call(
              message.method(),
              message.params().has("name")
                  ? message.params().path("name")
                  : message.params().path("uri"));
      if (isRetry(message)) {
        JsonNode state = message.params().path("requestState");
        ClientMessage stated = state.isTextual() ? byState.get(state.textValue()) : null;
        if (stated == null && state.isTextual()) {
          // A process may continue a request of another process.
          stated = everywhere.get(state.textValue());
        }
        retries.add(
            stated != null
                ? new Retry(message, stated, true)
                : new Retry(message, byCall.getOrDefault(call, byName.get(name)), false));
      }
      if (isAsked(message)) {
        inputRequired.add(message);
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

  public static boolean isRetry(ClientMessage message) {
    return message.params().has("inputResponses") || message.params().has("requestState");
  }

  public static boolean isAsked(ClientMessage message) {
    return message.result().path("resultType").asText().equals("input_required");
  }

  /** Returns the requests that resulted in input requests, in order for each sender. */
  public List<ClientMessage> inputRequired() {
    return inputRequired;
  }

  public List<Retry> retries() {
    return retries;
  }

  /** Returns whether this call resulted in an input request before. */
  public boolean isInputRequest(ClientMessage message) {
    Call call = new Call(message.method(), message.bareParams());
    Long at = firstAsked.get(new Asked(message.sender(), call));
    return at != null && at < message.at();
  }
}
