package io.everythingmcp.check.journal;

import java.util.List;

/**
 * A response as it was on the wire, as far as it has come.
 *
 * @param status 0 where no status line was sent
 * @param events the events of a stream, empty for other responses
 * @param startedAt when its status line was written, in milliseconds since 1970
 * @param endedAt when its last byte was written or the connection closed; the time of recording
 *     while it is open
 */
public record RecordedResponse(
    int status,
    HeaderList headers,
    RecordedBody body,
    List<RecordedEvent> events,
    long startedAt,
    long endedAt,
    StreamEnd end) {
  public RecordedResponse {
    events = List.copyOf(events);
  }

  /** Creates a response that has not started. */
  public static RecordedResponse pending(long at) {
    return new RecordedResponse(
        0, HeaderList.EMPTY, RecordedBody.EMPTY, List.of(), at, at, StreamEnd.OPEN);
  }

  public boolean isStream() {
    return headers
        .first("Content-Type")
        .filter(type -> type.regionMatches(true, 0, "text/event-stream", 0, 17))
        .isPresent();
  }
}
