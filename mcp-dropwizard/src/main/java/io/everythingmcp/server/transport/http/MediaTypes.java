package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.edge.AcceptedRange;
import io.everythingmcp.server.wire.RpcError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;

/** Media types of requests and of the Accept header. */
final class MediaTypes {
  static final String JSON = "application/json";
  static final String EVENTS = "text/event-stream";
  private static final String STREAMABLE_HTTP = "application/json, text/event-stream";
  private static final int UNSUPPORTED = 415;

  private MediaTypes() {}

  /** Rejects a body that, according to its headers, is not JSON or is compressed. */
  static boolean refused(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isJson(request)) {
      RequestBodies.rejectBeforeBody(
          request,
          response,
          UNSUPPORTED,
          RpcError.invalidRequest("Content-Type must be application/json"));
      return true;
    }
    String encoding = request.getHeader("Content-Encoding");
    if (encoding == null || encoding.strip().equalsIgnoreCase("identity")) {
      return false;
    }
    // The supported types: RFC 9110, section 15.5.16.
    response.setHeader("Accept-Encoding", "identity");
    RequestBodies.rejectBeforeBody(
        request,
        response,
        UNSUPPORTED,
        RpcError.invalidRequest("Content-Encoding must be absent or identity"));
    return true;
  }

  /** Returns whether the Content-Type is JSON. */
  static boolean isJson(HttpServletRequest request) {
    // Not getContentType(): it fails for an unknown charset.
    String type = request.getHeader("Content-Type");
    if (JSON.equals(type)) {
      return true;
    }
    if (type == null) {
      return false;
    }
    Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String bare = bare(type, parameters);
    return bare != null && bare.strip().equalsIgnoreCase(JSON) && utf8(parameters.get("charset"));
  }

  /**
   * Returns the value without its parameters; null if there is none, or a quoted string is not
   * terminated.
   */
  private static String bare(String type, Map<String, String> parameters) {
    try {
      return HttpField.getValueParameters(type, parameters);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** JSON is UTF-8 (RFC 8259, section 8.1), and needs no charset. */
  private static boolean utf8(String charset) {
    return charset == null || charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8");
  }

  /** Returns whether the client accepts JSON and SSE; a missing Accept header accepts all. */
  static boolean acceptsBoth(HttpServletRequest request) {
    return accepts(request, STREAMABLE_HTTP, JSON, EVENTS);
  }

  /**
   * Returns whether the client accepts streams; a browser accepts all types, but cannot show them.
   */
  static boolean acceptsEvents(HttpServletRequest request) {
    return accepts(request, EVENTS, EVENTS) && !RequestBodies.prefersHtml(request);
  }

  private static boolean accepts(HttpServletRequest request, String frequent, String... types) {
    Enumeration<String> values = request.getHeaders("Accept");
    if (!values.hasMoreElements()) {
      return true;
    }
    String first = values.nextElement();
    if (first.equals(frequent) && !values.hasMoreElements()) {
      return true;
    }
    List<AcceptedRange> ranges = AcceptedRange.of(first, values);
    if (ranges.isEmpty()) {
      return true;
    }
    for (String type : types) {
      if (!AcceptedRange.accepted(ranges, type)) {
        return false;
      }
    }
    return true;
  }
}
