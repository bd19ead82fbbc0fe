package io.everythingmcp.check.fault;

/**
 * What happens in the place of an event.
 *
 * @param text what is written
 * @param then what happens after it
 */
public record StreamStep(String text, Then then) {
  /** What happens to the stream. */
  public enum Then {
    GO_ON,
    /** The response ends as it should, and the server goes on without a reader. */
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
