package io.everythingmcp.conformance.report;

/** Pieces of a page; all text in it is escaped. */
final class HtmlWriter {
  private final StringBuilder text = new StringBuilder();

  /** Markup, as it is. */
  HtmlWriter raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Text within an element with a class. */
  HtmlWriter element(String name, String cssClass, String content) {
    text.append('<').append(name);
    if (!cssClass.isEmpty()) {
      text.append(" class=\"").append(cssClass).append('"');
    }
    text.append('>').append(escaped(content)).append("</").append(name).append('>');
    return this;
  }

  HtmlWriter link(String address, String content) {
    text.append("<a href=\"").append(escaped(address)).append("\">");
    text.append(escaped(content)).append("</a>");
    return this;
  }

  static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
