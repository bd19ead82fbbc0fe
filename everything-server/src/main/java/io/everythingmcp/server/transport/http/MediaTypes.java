package io.everythingmcp.server.transport.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** What a client sends and what it accepts. */
final class MediaTypes {
  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";

  private MediaTypes() {}

  /** Whether the body is JSON, as far as the client says. */
  static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null) {
      return false;
    }
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return bare.equals(JSON);
  }

  /** Whether the client accepts all of these types; one that says nothing accepts everything. */
  static boolean accepts(HttpServletRequest request, String... types) {
    String accept =
        String.join(",", Collections.list(request.getHeaders("Accept"))).toLowerCase(Locale.ROOT);
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
