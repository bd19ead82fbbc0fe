package io.everythingmcp.check.journal;

/**
 * An event of a stream, or a comment between events; what was absent is null.
 *
 * @param at when it was written, in milliseconds since 1970
 */
public record RecordedEvent(
    long at, String event, String id, Integer retry, String data, String comment) {
  /** Returns a copy with data of at most the length that is stored of a body. */
  public RecordedEvent shorten() {
    return data == null || data.length() <= RecordedBody.KEPT
        ? this
        : new RecordedEvent(at, event, id, retry, RecordedBody.of(data).text(), comment);
  }

  /** Creates an event with data only. */
  public static RecordedEvent of(long at, String data) {
    return new RecordedEvent(at, null, null, null, data, null);
  }
}
