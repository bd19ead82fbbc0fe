package io.everythingmcp.check.journal;

/**
 * A request as it was on the wire.
 *
 * @param arrivedAt when its first byte was received, in milliseconds since 1970
 * @param completeAt when its last byte was received
 * @param path the path with the query
 * @param connection identifies the connection of the client
 * @param cut whether the client closed the connection before the request was complete
 */
public record RecordedRequest(
    long arrivedAt,
    long completeAt,
    String method,
    String path,
    HeaderList headers,
    RecordedBody body,
    String connection,
    boolean cut) {
  /** The path without the query. */
  public String bare() {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  /** Returns the query without {@code ?}, or an empty text. */
  public String query() {
    int query = path.indexOf('?');
    return query < 0 ? "" : path.substring(query + 1);
  }
}
