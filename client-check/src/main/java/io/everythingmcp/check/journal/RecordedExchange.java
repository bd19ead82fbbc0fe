package io.everythingmcp.check.journal;

/**
 * A request and its response.
 *
 * @param n the number in the run, from 1
 * @param fault the provocation that answered instead of the server or changed the answer; null
 *     where none did
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

  /** When the request was complete: what decides about the order of requests. */
  public long at() {
    return request.completeAt();
  }
}
