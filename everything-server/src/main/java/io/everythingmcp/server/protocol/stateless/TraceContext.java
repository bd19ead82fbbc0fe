package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The trace that a request is part of, for the logs: what is logged while the request is worked on
 * has its parts in the mapped diagnostic context.
 *
 * @param parts by the names that W3C gave them; none where the request is part of no trace
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace context</a>, and <a
 *     href="https://www.w3.org/TR/baggage/">Baggage</a>
 */
record TraceContext(Map<String, String> parts) {
  private static final Pattern PARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,8192}");
  private static final TraceContext NONE = new TraceContext(Map.of());

  /** Reads it. What is not written as W3C wants it is not there. */
  static TraceContext of(JsonNode meta) {
    String parent = meta.path("traceparent").asText();
    if (!PARENT.matcher(parent).matches()) {
      return NONE;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("traceparent", parent);
    for (String name : new String[] {"tracestate", "baggage"}) {
      String value = meta.path(name).asText();
      if (PRINTABLE.matcher(value).matches()) {
        parts.put(name, value);
      }
    }
    return new TraceContext(parts);
  }

  /** Does something within this trace. */
  void during(Runnable work) {
    parts.forEach(MDC::put);
    try {
      work.run();
    } finally {
      parts.keySet().forEach(MDC::remove);
    }
  }
}
