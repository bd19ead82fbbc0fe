package io.everythingmcp.server.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.WireJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads what operators send. */
public final class ManagementBody {
  private ManagementBody() {}

  /** A JSON object; no body is an empty one. */
  public static JsonNode object(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return WireJson.object();
    }
    JsonNode read;
    try {
      read = WireJson.read(text, JsonNode.class);
    } catch (UncheckedIOException e) {
      throw ManagementError.invalid("The body must be JSON");
    }
    if (!read.isObject()) {
      throw ManagementError.invalid("The body must be a JSON object");
    }
    return read;
  }
}
