package io.everythingmcp.check.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * A request and its response.
 *
 * @param n the number in the run, from 1
 * @param fault the provocation that replaced or changed the response of the server; null without
 *     one
 */
public record RecordedExchange(
    int n,
    EndpointKind endpoint,
    RecordedRequest request,
    RecordedResponse response,
    String fault) {
  /** Returns a copy with a new state of the response. */
  public RecordedExchange with(RecordedResponse newer) {
    return new RecordedExchange(n, endpoint, request, newer, fault);
  }

  /**
   * Returns a copy with a later state of the response.
   *
   * @param later has the response, of whose events only those that are new
   * @param from how many events are not new
   */
  public RecordedExchange continued(RecordedExchange later, int from) {
    RecordedResponse newer = later.response();
    List<RecordedEvent> events = new ArrayList<>(response.events());
    events.subList(Math.min(from, events.size()), events.size()).clear();
    events.addAll(newer.events());
    RecordedResponse whole =
        new RecordedResponse(
            newer.status(),
            newer.headers(),
            newer.body(),
            events,
            newer.startedAt(),
            newer.endedAt(),
            newer.end());
    return new RecordedExchange(n, endpoint, request, whole, later.fault());
  }

  /** Returns when the request was complete, which defines the order of requests. */
  public long at() {
    return request.completeAt();
  }
}
