package io.everythingmcp.check.journal;

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

  /** Returns when the request was complete, which defines the order of requests. */
  public long at() {
    return request.completeAt();
  }
}
