package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param inputRequests the input requests by key
 * @param responses the responses so far by key
 * @param state the request state of the feature, or null
 */
record RequestState(
    String id,
    Kind kind,
    Instant until,
    @JsonProperty("questions") Map<String, InputRequestMessage> inputRequests,
    @JsonProperty("answers") Map<String, JsonNode> responses,
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

  static RequestState of(RequestOutcome.InputRequired required, Kind kind, Instant until) {
    Map<String, InputRequestMessage> inputRequests = new LinkedHashMap<>();
    required
        .inputRequests()
        .forEach(
            (key, inputRequest) -> inputRequests.put(key, InputRequestMessage.of(inputRequest)));
    return new RequestState(
        SecureIds.random(), kind, until, inputRequests, Map.of(), required.requestState());
  }

  /** Returns a copy with more responses and more time for the others. */
  RequestState withResponses(Map<String, JsonNode> more, Instant longer) {
    Map<String, JsonNode> all = new LinkedHashMap<>(responses);
    all.putAll(more);
    return new RequestState(id, kind, longer, inputRequests, all, state);
  }

  /** Returns the input requests without a response. */
  Map<String, InputRequestMessage> open() {
    Map<String, InputRequestMessage> open = new LinkedHashMap<>(inputRequests);
    open.keySet().removeAll(responses.keySet());
    return open;
  }

  /** Returns the responses in the format for features. */
  Map<String, InputResponse> read() {
    Map<String, InputResponse> read = new LinkedHashMap<>();
    responses.forEach(
        (key, response) -> read.put(key, new InputResponse(WireJson.map(response), null)));
    return read;
  }
}
