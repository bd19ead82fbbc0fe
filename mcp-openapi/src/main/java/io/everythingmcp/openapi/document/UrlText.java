package io.everythingmcp.openapi.document;

/** URLs in messages: without user information, query and fragment, which may be credentials. */
public final class UrlText {
  private UrlText() {}

  /** Returns the text of a URL, which may be invalid. */
  public static String of(Object url) {
    return url.toString()
        .replaceFirst("//[^/?#]*@", "//...@")
        .replaceFirst("\\?[^#]*", "?...")
        .replaceFirst("#.*", "#...");
  }
}
