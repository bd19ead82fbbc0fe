package io.everythingmcp.server.observation.logging;

import io.everythingmcp.server.wire.TextTruncation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Request log: request, response status and duration, written at the end. Contains no body and no
 * query string.
 */
final class RedactedRequestLog implements RequestLog {
  /** Name of the logger, for separate routing. */
  static final String LOGGER = "io.everythingmcp.requests";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
  private static final String SESSION = "Mcp-Session-Id";
  private static final int SHOWN = 8;
  private static final int LONGEST = 200;

  private final List<String> headers;

  /**
   * Creates the log.
   *
   * @param headers headers whose values are logged
   */
  RedactedRequestLog(List<String> headers) {
    this.headers = List.copyOf(headers);
  }

  @Override
  public void log(Request request, Response response) {
    Map<String, Object> fields = fields(request, response);
    LoggingEventBuilder line = LOG.atInfo();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      line = line.addKeyValue(field.getKey(), field.getValue());
    }
    StringBuilder text = new StringBuilder();
    text.append(fields.get("method")).append(' ').append(fields.get("path"));
    text.append(' ').append(fields.get("status"));
    text.append(' ').append(fields.get("durationMs")).append(" ms");
    text.append(' ').append(fields.get("size")).append(" bytes");
    text.append(' ').append(fields.get("remote"));
    for (String header : headers) {
      if (fields.containsKey(header)) {
        String value = fields.get(header).toString().replace('"', '?');
        text.append(' ').append(header).append("=\"").append(value).append('"');
      }
    }
    line.log(text.toString());
  }

  private Map<String, Object> fields(Request request, Response response) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", printable(request.getMethod()));
    fields.put("path", printable(Request.getPathInContext(request)));
    fields.put("status", response.getStatus());
    long nanos = NanoTime.since(request.getBeginNanoTime());
    fields.put("durationMs", Duration.ofNanos(nanos).toMillis());
    fields.put("size", Response.getContentBytesWritten(response));
    fields.put("remote", Request.getRemoteAddr(request));
    for (String header : headers) {
      String value = request.getHeaders().get(header);
      if (value != null) {
        fields.put(header, shown(header, value));
      }
    }
    return fields;
  }

  private static String shown(String header, String value) {
    return header.equalsIgnoreCase(SESSION) && value.length() > SHOWN
        ? printable(TextTruncation.beginning(value, SHOWN)) + "..."
        : printable(value);
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > LONGEST ? TextTruncation.beginning(clean, LONGEST) + "..." : clean;
  }
}
