package io.everythingmcp.check.fault;

/**
 * Replacement of an event.
 *
 * @param text the text that is written
 * @param then the continuation of the stream
 */
public record StreamStep(String text, Then then) {
  /** Continuation of the stream. */
  public enum Then {
    GO_ON,
    /** The response ends regularly, and the server continues without a reader. */
    END,
    /** The connection is closed without the end of the response. */
    CUT
  }

  public static StreamStep write(String text) {
    return new StreamStep(text, Then.GO_ON);
  }

  public static StreamStep cut(String text) {
    return new StreamStep(text, Then.CUT);
  }

  public static StreamStep end(String text) {
    return new StreamStep(text, Then.END);
  }
}
