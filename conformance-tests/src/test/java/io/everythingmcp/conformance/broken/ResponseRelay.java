package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Relays one response to the client. */
final class ResponseRelay {
  private static final Set<String> HOP =
      Set.of("content-length", "transfer-encoding", "connection");

  private final ServerFault fault;
  private final InterceptedRequest intercepted;
  private final HttpExchange exchange;

  ResponseRelay(ServerFault fault, InterceptedRequest intercepted, HttpExchange exchange) {
    this.fault = fault;
    this.intercepted = intercepted;
    this.exchange = exchange;
  }

  void relay(HttpResponse<InputStream> response) throws IOException {
    ResponseHead head = new ResponseHead(response.statusCode());
    response.headers().map().forEach((n, values) -> head.headers.put(n, new ArrayList<>(values)));
    fault.head(intercepted, head);
    head.headers.forEach(
        (name, values) -> {
          if (!HOP.contains(name.toLowerCase(Locale.ROOT)) && !values.isEmpty()) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    try (InputStream in = response.body()) {
      if (head.get("Content-Type").startsWith("text/event-stream")) {
        exchange.sendResponseHeaders(head.status, 0);
        stream(in);
      } else {
        byte[] body = body(in.readAllBytes());
        exchange.sendResponseHeaders(head.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private byte[] body(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith("{")) {
      return bytes;
    }
    ObjectNode message = fault.message(intercepted, (ObjectNode) JsonTrees.read(text));
    return message == null ? new byte[0] : message.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void stream(InputStream in) throws IOException {
    OutputStream out = exchange.getResponseBody();
    out.flush();
    fault.opened(intercepted, event -> write(out, event));
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    StringBuilder block = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      block.append(line).append('\n');
      if (line.isEmpty() || line.startsWith(":")) {
        write(out, fault.event(intercepted, changed(block.toString())));
        block.setLength(0);
      }
    }
    linger(fault.linger(intercepted));
  }

  private static void write(OutputStream out, String event) {
    synchronized (out) {
      try {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void linger(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String changed(String block) {
    int data = block.indexOf("data: {");
    if (data < 0) {
      return block;
    }
    int end = block.indexOf('\n', data);
    ObjectNode message =
        fault.message(intercepted, (ObjectNode) JsonTrees.read(block.substring(data + 6, end)));
    return message == null
        ? ""
        : block.substring(0, data) + "data: " + message + block.substring(end);
  }
}
