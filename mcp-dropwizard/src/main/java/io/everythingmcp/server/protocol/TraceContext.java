package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Trace context of a request. While the request is processed, its parts are in the mapped
 * diagnostic context of the log.
 *
 * @param fields the parts by their W3C names, and {@code trace_id} and {@code span_id}; empty if
 *     the request has no trace context
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace context</a>, and <a
 *     href="https://www.w3.org/TR/baggage/">Baggage</a>
 */
public record TraceContext(Map<String, String> fields) {
  private static final Pattern PARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final String TRACEPARENT = "traceparent";
  private static final String TRACESTATE = "tracestate";
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,8192}");

  /** Positions of the trace id and the span id. */
  private static final int TRACE = 3;

  private static final int SPAN = 36;

  private static final TraceContext NONE = new TraceContext(Map.of());

  /** Parses a trace context. Values that do not match the W3C format are ignored. */
  public static TraceContext of(JsonNode meta) {
    String parent = meta.path(TRACEPARENT).asText();
    if (parent.isEmpty() || !PARENT.matcher(parent).matches()) {
      return NONE;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(TRACEPARENT, parent);
    parts.put("trace_id", parent.substring(TRACE, SPAN - 1));
    parts.put("span_id", parent.substring(SPAN, SPAN + 16));
    for (String name : new String[] {TRACESTATE, "baggage"}) {
      String value = meta.path(name).asText();
      if (PRINTABLE.matcher(value).matches()) {
        parts.put(name, value);
      }
    }
    return new TraceContext(parts);
  }

  /**
   * Joins requests to the trace of the HTTP headers, except those whose metadata names another
   * trace, because messages and HTTP requests may take different paths.
   *
   * @see <a href="https://modelcontextprotocol.io/seps/414-request-meta">SEP-414</a>
   */
  static void addTraceContext(IncomingMessage in) {
    String parent = in.headers().first(TRACEPARENT);
    if (parent == null || !PARENT.matcher(parent).matches()) {
      return;
    }
    String state = in.headers().first(TRACESTATE);
    if (in.message() instanceof RpcMessage.Batch batch) {
      batch.messages().forEach(message -> addTraceContext(message, parent, state));
    } else {
      addTraceContext(in.message(), parent, state);
    }
  }

  private static void addTraceContext(RpcMessage message, String parent, String state) {
    if (!(message instanceof RpcMessage.Request request)
        || !(request.params() instanceof ObjectNode params)) {
      return;
    }
    JsonNode given = params.get("_meta");
    ObjectNode meta =
        given == null ? params.putObject("_meta") : given instanceof ObjectNode o ? o : null;
    if (meta == null || meta.has(TRACEPARENT)) {
      return;
    }
    meta.put(TRACEPARENT, parent);
    if (state != null && PRINTABLE.matcher(state).matches()) {
      meta.put(TRACESTATE, state);
    }
  }

  /** A trace context in the mapped diagnostic context of this thread, until it is closed. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    /** Scope of a request without trace context. */
    Scope NONE = () -> {};

    @Override
    void close();
  }

  /** Adds the parts to the mapped diagnostic context of this thread. */
  public Scope enter() {
    if (fields.isEmpty()) {
      return Scope.NONE;
    }
    fields.forEach(MDC::put);
    return () -> fields.keySet().forEach(MDC::remove);
  }
}
