package io.everythingmcp.openapi.document;

/** Shortens texts without splitting a character. */
public final class ShortText {
  private ShortText() {}

  /**
   * The beginning of a text and an ellipsis; the text if it has at most {@code most} characters.
   */
  public static String of(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
