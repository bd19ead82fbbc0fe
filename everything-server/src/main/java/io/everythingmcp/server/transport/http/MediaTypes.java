package io.everythingmcp.server.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;

/** What a client sends and what it accepts. */
final class MediaTypes {
  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";
  private static final String USUAL = "application/json, text/event-stream";

  private MediaTypes() {}

  /** Whether the body is JSON, as far as the client says. */
  static boolean isJson(HttpServletRequest request) {
    // Not getContentType(): it fails where the charset is one that nobody knows.
    String type = request.getHeader("Content-Type");
    if (JSON.equals(type)) {
      return true;
    }
    if (type == null) {
      return false;
    }
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip();
    return bare.equalsIgnoreCase(JSON)
        && (end < 0 || utf8(type.substring(end).toLowerCase(Locale.ROOT)));
  }

  /** JSON is UTF-8 (RFC 8259, section 8.1), and needs no charset. */
  private static boolean utf8(String parameters) {
    return !parameters.contains("charset")
        || parameters.contains("utf-8")
        || parameters.contains("utf8");
  }

  /** Whether the client accepts answers and streams; one that says nothing accepts everything. */
  static boolean acceptsBoth(HttpServletRequest request) {
    return accepts(request, USUAL, JSON, EVENTS);
  }

  /** Whether the client accepts streams. */
  static boolean acceptsEvents(HttpServletRequest request) {
    return accepts(request, EVENTS, EVENTS);
  }

  private static boolean accepts(HttpServletRequest request, String usual, String... types) {
    Enumeration<String> values = request.getHeaders("Accept");
    if (!values.hasMoreElements()) {
      return true;
    }
    String first = values.nextElement();
    if (first.equals(usual) && !values.hasMoreElements()) {
      return true;
    }
    StringBuilder all = new StringBuilder(first);
    values.asIterator().forEachRemaining(value -> all.append(',').append(value));
    String accept = all.toString().toLowerCase(Locale.ROOT);
    if (accept.isBlank() || accept.contains("*/*")) {
      return true;
    }
    for (String type : types) {
      String family = type.substring(0, type.indexOf('/')) + "/*";
      if (!accept.contains(type) && !accept.contains(family)) {
        return false;
      }
    }
    return true;
  }
}
