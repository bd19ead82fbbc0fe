package io.everythingmcp.server.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/**
 * Entry of a stream's log.
 *
 * @param number position in the stream, from 1; 0 before it is in the log
 * @param kind kind of the entry
 * @param text the JSON-RPC message, or for an opening the ids of the requests whose responses end
 *     the stream, null for invalid requests
 */
public record StreamLogEntry(long number, Kind kind, String text) {

  /** What an event is. */
  public enum Kind {
    /** The stream was opened: the priming event of revision 2025-11-25. */
    OPENING('o'),
    /** A request or a notification. */
    MESSAGE('m'),
    /**
     * A message that belongs to no request, in the log of the stream that it went on. Before the
     * text is its number in the log where it came from.
     */
    TAKEN('t'),
    /** An answer to a request of the client. */
    ANSWER('a'),
    /**
     * Placeholder for the response to a cancelled request; counts like a response and is not sent.
     */
    ABANDONED('x');

    private final char mark;

    Kind(char mark) {
      this.mark = mark;
    }

    static Kind of(char mark) {
      return switch (mark) {
        case 'o' -> OPENING;
        case 'a' -> ANSWER;
        case 'x' -> ABANDONED;
        case 't' -> TAKEN;
        default -> MESSAGE;
      };
    }
  }

  /** The requests that an opening announces. */
  public List<JsonNode> requests() {
    return List.of(WireJson.read(text, JsonNode[].class));
  }

  /** What is sent. */
  public String message() {
    return kind == Kind.TAKEN ? text.substring(text.indexOf(' ') + 1) : text;
  }

  /** Its number in the log it was taken from; 0 where it was taken from none. */
  public long origin() {
    return kind == Kind.TAKEN ? Long.parseLong(text, 0, text.indexOf(' '), 10) : 0;
  }

  /** The event as it was taken, for the log of the stream that it goes on. */
  StreamLogEntry taken() {
    return new StreamLogEntry(0, Kind.TAKEN, number + " " + text);
  }

  /** Whether it must not be trimmed before the stream expires. */
  boolean isRetained() {
    return kind != Kind.MESSAGE && kind != Kind.TAKEN;
  }

  String encode() {
    return kind.mark + text;
  }

  static StreamLogEntry decode(AppendOnlyLogs.Entry entry) {
    return new StreamLogEntry(
        entry.number(), Kind.of(entry.text().charAt(0)), entry.text().substring(1));
  }
}
