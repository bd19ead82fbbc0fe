package io.everythingmcp.server.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * In-flight request whose response is sent on a stream, visible to all instances. Immutable; a
 * change is a new record.
 *
 * @param stream stream of its response
 * @param request its id
 * @param worker the instance that processes it
 * @param continuation the continuation for which it waits, or null
 * @param end the sender of its response, or null
 */
public record InFlightRequest(
    String stream,
    JsonNode request,
    String worker,
    @JsonProperty("question") String continuation,
    String end) {

  InFlightRequest endedBy(String instance) {
    return end == null
        ? new InFlightRequest(stream, request, worker, continuation, instance)
        : this;
  }

  /** Returns whether its response is being sent, or will never be sent. */
  @JsonIgnore
  public boolean ended() {
    return end != null;
  }
}
