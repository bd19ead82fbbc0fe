package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to go on with a request when its questions are answered, on any instance.
 *
 * @param id names it
 * @param session the session
 * @param requestId the id of the client's request
 * @param method its method
 * @param params its parameters
 * @param caller who sent it
 * @param stream where its answer goes
 * @param keys the keys of the questions, in the order they were asked
 * @param ids the JSON-RPC ids of the questions, in the same order
 * @param expected what their answers must be like, by key
 * @param answers what has been answered so far, by key
 * @param state what the feature wants to know again, or null
 */
record RequestContinuation(
    String id,
    String session,
    JsonNode requestId,
    String method,
    JsonNode params,
    CallerIdentity caller,
    String stream,
    List<String> keys,
    List<Integer> ids,
    Map<String, ExpectedInputResponse> expected,
    Map<String, InputResponse> answers,
    String state) {

  /** With one more answer; the first answer to a question counts. */
  RequestContinuation answered(String key, InputResponse answer) {
    Map<String, InputResponse> more = new LinkedHashMap<>(answers);
    more.putIfAbsent(key, answer);
    return new RequestContinuation(
        id, session, requestId, method, params, caller, stream, keys, ids, expected, more, state);
  }

  /** Whether nothing is missing. */
  @JsonIgnore
  boolean complete() {
    return answers.keySet().containsAll(keys);
  }

  /** The client's request. */
  RpcMessage.Request request() {
    return new RpcMessage.Request(requestId, method, params);
  }
}
