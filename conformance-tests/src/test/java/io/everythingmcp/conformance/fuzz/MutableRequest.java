package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Request whose fields mutations change. */
final class MutableRequest {
  /** How the request is sent. */
  enum Channel {
    /** The whole request is sent and the response is read. */
    POLITE,
    /** Fewer bytes are sent than were announced, and the connection stays open. */
    TRUNCATED,
    /** The whole request is sent and the connection is closed without reading the response. */
    GONE_AFTER,
    /** The connection is closed before the whole request is sent. */
    GONE_BEFORE
  }

  String verb = "POST";
  String path = "/mcp";
  final List<String[]> headers = new ArrayList<>();

  /** The message while it is valid JSON; if null, {@link #body} is sent. */
  JsonNode message;

  byte[] body = {};
  Channel channel = Channel.POLITE;

  /** Whether the request is valid HTTP; if not, the response need not depend on the body. */
  boolean http = true;

  /** Sets a header; null removes it. */
  MutableRequest header(String name, String value) {
    headers.removeIf(header -> header[0].equalsIgnoreCase(name));
    if (value != null) {
      headers.add(new String[] {name, value});
    }
    return this;
  }

  /** Returns the value of a header, or null. */
  String header(String name) {
    return headers.stream()
        .filter(header -> header[0].equalsIgnoreCase(name))
        .map(header -> header[1])
        .findFirst()
        .orElse(null);
  }

  /** Encodes the message if it has not been encoded. */
  byte[] encodeBody() {
    if (message != null) {
      body = JsonTexts.bytes(message);
      message = null;
    }
    return body;
  }

  /** Returns the encoded request. */
  byte[] bytes(int port) {
    encodeBody();
    StringBuilder head = new StringBuilder(verb + " " + path + " HTTP/1.1\r\n");
    if (header("Host") == null) {
      head.append("Host: localhost:").append(port).append("\r\n");
    }
    headers.forEach(header -> head.append(header[0]).append(": ").append(header[1]).append("\r\n"));
    if (body.length > 0 || verb.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    all.write(body, 0, channel == Channel.TRUNCATED ? body.length / 2 : body.length);
    return all.toByteArray();
  }

  /** Returns whether the response may be delayed: tools may wait, streams do not end. */
  boolean mayBeDelayed() {
    if (!verb.equals("POST") || channel != Channel.POLITE || !http) {
      return true;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return List.of("tools", "prompts", "resources", "tasks", "listen", "\\u").stream()
        .anyMatch(text::contains);
  }
}
