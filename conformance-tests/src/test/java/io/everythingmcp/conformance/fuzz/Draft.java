package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request in the making; damage is done to its fields. */
final class Draft {
  /** What happens to the connection. */
  enum Manner {
    /** All is sent, the answer is read. */
    POLITE,
    /** Less is sent than was announced, then no more comes. */
    TRUNCATED,
    /** All is sent, the answer is not waited for. */
    GONE_AFTER,
    /** The connection is gone before all was sent. */
    GONE_BEFORE
  }

  String verb = "POST";
  String path = "/mcp";
  final List<String[]> headers = new ArrayList<>();

  /** The message, as long as it is one; {@link #body} takes over when it is null. */
  JsonNode message;

  byte[] body = {};
  Manner manner = Manner.POLITE;

  /** Whether what is sent is HTTP at all; if not, the answer need not know about the body. */
  boolean http = true;

  /** Sets a header; null takes it away. */
  Draft header(String name, String value) {
    headers.removeIf(header -> header[0].equalsIgnoreCase(name));
    if (value != null) {
      headers.add(new String[] {name, value});
    }
    return this;
  }

  /** The value of a header, or null. */
  String header(String name) {
    return headers.stream()
        .filter(header -> header[0].equalsIgnoreCase(name))
        .map(header -> header[1])
        .findFirst()
        .orElse(null);
  }

  /** Makes the message bytes, if it has not been done yet. */
  byte[] settleBody() {
    if (message != null) {
      body = Texts.bytes(message);
      message = null;
    }
    return body;
  }

  /** The bytes of it. */
  byte[] bytes(int port) {
    settleBody();
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
    all.write(body, 0, manner == Manner.TRUNCATED ? body.length / 2 : body.length);
    return all.toByteArray();
  }

  /** Whether the server may take its time: tools may wait, streams have no end. */
  boolean mayTakeTime() {
    if (!verb.equals("POST") || manner != Manner.POLITE || !http) {
      return true;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return List.of("tools", "prompts", "resources", "tasks", "listen", "\\u").stream()
        .anyMatch(text::contains);
  }
}
