package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sealed into a state: all that is needed to go on when the answers come, on any instance.
 *
 * @param id names the questions, however often they are asked again
 * @param kind what is done with the answers
 * @param until how long answers are taken
 * @param questions what was asked, by key
 * @param answers what has been answered so far, by key
 * @param state what the feature wants to know again, or null
 */
record RequestState(
    String id,
    Kind kind,
    Instant until,
    Map<String, InputRequestMessage> questions,
    Map<String, JsonNode> answers,
    String state) {

  /** What is done with the answers. */
  enum Kind {
    /** The feature gets them, as often as the client sends them. */
    USUAL,
    /** The feature gets them once. */
    ONCE,
    /** They are about pages that must be visited before the feature can be called at all. */
    CONSENT
  }

  static RequestState of(RequestOutcome.InputRequired asks, Kind kind, Instant until) {
    Map<String, InputRequestMessage> questions = new LinkedHashMap<>();
    asks.inputRequests()
        .forEach((key, question) -> questions.put(key, InputRequestMessage.of(question)));
    return new RequestState(
        SecureIds.random(), kind, until, questions, Map.of(), asks.requestState());
  }

  /** With more answers, and more time for the rest. */
  RequestState answered(Map<String, JsonNode> more, Instant longer) {
    Map<String, JsonNode> all = new LinkedHashMap<>(answers);
    all.putAll(more);
    return new RequestState(id, kind, longer, questions, all, state);
  }

  /** What has not been answered. */
  Map<String, InputRequestMessage> open() {
    Map<String, InputRequestMessage> open = new LinkedHashMap<>(questions);
    open.keySet().removeAll(answers.keySet());
    return open;
  }

  /** The answers as features read them. */
  Map<String, InputResponse> read() {
    Map<String, InputResponse> read = new LinkedHashMap<>();
    answers.forEach((key, answer) -> read.put(key, new InputResponse(WireJson.map(answer), null)));
    return read;
  }
}
