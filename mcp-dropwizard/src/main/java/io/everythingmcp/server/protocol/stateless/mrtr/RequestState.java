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
 * Content of a sealed request state: everything needed to resume the request on any instance.
 *
 * @param id id of the input requests, unchanged when they are repeated
 * @param kind use of the responses
 * @param until time until which responses are accepted
 * @param questions the input requests by key
 * @param answers the responses so far by key
 * @param state the request state of the feature, or null
 */
record RequestState(
    String id,
    Kind kind,
    Instant until,
    Map<String, InputRequestMessage> questions,
    Map<String, JsonNode> answers,
    String state) {

  /** Use of the input responses. */
  enum Kind {
    /** The feature gets them, as often as the client sends them. */
    USUAL,
    /** The feature gets them once. */
    ONCE,
    /**
     * The responses concern URL elicitations that are required before the feature can be called.
     */
    CONSENT
  }

  static RequestState of(RequestOutcome.InputRequired asks, Kind kind, Instant until) {
    Map<String, InputRequestMessage> questions = new LinkedHashMap<>();
    asks.inputRequests()
        .forEach((key, question) -> questions.put(key, InputRequestMessage.of(question)));
    return new RequestState(
        SecureIds.random(), kind, until, questions, Map.of(), asks.requestState());
  }

  /** Returns a copy with more responses and more time for the others. */
  RequestState answered(Map<String, JsonNode> more, Instant longer) {
    Map<String, JsonNode> all = new LinkedHashMap<>(answers);
    all.putAll(more);
    return new RequestState(id, kind, longer, questions, all, state);
  }

  /** Returns the input requests without a response. */
  Map<String, InputRequestMessage> open() {
    Map<String, InputRequestMessage> open = new LinkedHashMap<>(questions);
    open.keySet().removeAll(answers.keySet());
    return open;
  }

  /** Returns the responses in the format for features. */
  Map<String, InputResponse> read() {
    Map<String, InputResponse> read = new LinkedHashMap<>();
    answers.forEach((key, answer) -> read.put(key, new InputResponse(WireJson.map(answer), null)));
    return read;
  }
}
