package io.everythingmcp.server.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request whose answer will go on a stream, as all instances see it. Immutable; a change is a new
 * record.
 *
 * @param stream where its answer goes
 * @param request its id
 * @param worker the instance that works on it
 * @param question what it waits for instead, or null
 * @param end who has ended it, or null
 */
public record InFlightRequest(
    String stream, JsonNode request, String worker, String question, String end) {

  InFlightRequest endedBy(String who) {
    return end == null ? new InFlightRequest(stream, request, worker, question, who) : this;
  }

  /** Whether its answer is on its way, or will never come. */
  @JsonIgnore
  public boolean ended() {
    return end != null;
  }
}
