package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * State that is needed to resume a request after its input responses have arrived, on any instance.
 *
 * @param id id of the continuation
 * @param session the session
 * @param requestId id of the client's request
 * @param method its method
 * @param params its parameters
 * @param caller the sender
 * @param stream stream for its response
 * @param keys keys of the input requests in order
 * @param ids JSON-RPC ids of the input requests in the same order
 * @param expected expected responses by key
 * @param responses responses so far by key
 * @param state the request state of the feature, or null
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
    @JsonProperty("answers") Map<String, InputResponse> responses,
    String state) {

  /** Returns a copy with one more response; the first response to an input request counts. */
  RequestContinuation withResponse(String key, InputResponse response) {
    Map<String, InputResponse> more = new LinkedHashMap<>(responses);
    more.putIfAbsent(key, response);
    return new RequestContinuation(
        id, session, requestId, method, params, caller, stream, keys, ids, expected, more, state);
  }

  /** Whether nothing is missing. */
  @JsonIgnore
  boolean complete() {
    return responses.keySet().containsAll(keys);
  }

  /** The client's request. */
  RpcMessage.Request request() {
    return new RpcMessage.Request(requestId, method, params);
  }
}
