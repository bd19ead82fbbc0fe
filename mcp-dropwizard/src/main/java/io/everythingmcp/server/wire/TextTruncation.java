package io.everythingmcp.server.wire;

/** Texts that are shown and not read on: only their beginning counts. */
public final class TextTruncation {
  private TextTruncation() {}

  /** At most so many UTF-16 units of a text, never half a surrogate pair. */
  public static String beginning(String text, int units) {
    if (text.length() <= units) {
      return text;
    }
    boolean within =
        units > 0
            && Character.isHighSurrogate(text.charAt(units - 1))
            && Character.isLowSurrogate(text.charAt(units));
    return text.substring(0, within ? units - 1 : units);
  }

  /** Returns a truncated text with an ellipsis. */
  public static String shortened(String text, int units) {
    return text.length() <= units ? text : beginning(text, units) + "…";
  }
}
