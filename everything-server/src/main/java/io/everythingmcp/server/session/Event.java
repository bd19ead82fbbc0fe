package io.everythingmcp.server.session;

import io.everythingmcp.server.store.Logs;

/**
 * One entry of a stream's log.
 *
 * @param number its place in the stream, from 1; 0 before it is in the log
 * @param kind what it is
 * @param text the JSON-RPC message, or for an opening the number of answers that end the stream
 */
public record Event(long number, Kind kind, String text) {

  /** What an event is. */
  public enum Kind {
    /** The stream was opened: the priming event of revision 2025-11-25. */
    OPENING('o'),
    /** A request or a notification. */
    MESSAGE('m'),
    /** An answer to a request of the client. */
    ANSWER('a'),
    /**
     * In place of an answer that the client does not want any more; counts like one and is not
     * sent.
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
        default -> MESSAGE;
      };
    }
  }

  String encode() {
    return kind.mark + text;
  }

  static Event decode(Logs.Entry entry) {
    return new Event(entry.number(), Kind.of(entry.text().charAt(0)), entry.text().substring(1));
  }
}
