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

  /** Kind of an event. */
  public enum Kind {
    /** The stream was opened: the priming event of revision 2025-11-25. */
    OPENING('o'),
    /** A request or a notification. */
    MESSAGE('m'),
    /**
     * Unsolicited message in the log of the stream on which it was sent. The text begins with its
     * number in the shared log.
     */
    TAKEN('t'),
    /** A response to a request of the client. */
    RESPONSE('a'),
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
        case 'a' -> RESPONSE;
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

  /** Returns the message. */
  public String message() {
    return kind == Kind.TAKEN ? text.substring(text.indexOf(' ') + 1) : text;
  }

  /** Returns its number in the shared log; 0 if it was not copied from it. */
  public long origin() {
    return kind == Kind.TAKEN ? Long.parseLong(text, 0, text.indexOf(' '), 10) : 0;
  }

  /** Returns a copy of the event for the log of the stream on which it is sent. */
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
