package io.everythingmcp.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One event of a stream, as it was on the wire.
 *
 * @param id the id, or null
 * @param name the type, or null
 * @param data the data; empty if there was none
 * @param retry the reconnection time in milliseconds, or null
 * @param comment the text of a comment, without other fields; or null
 */
public record SseEvent(String id, String name, String data, Long retry, String comment) {

  /** The data as JSON. */
  public JsonNode json() {
    return JsonTrees.read(data);
  }

  /** Returns whether it contains a message, and not only a keep-alive. */
  public boolean hasMessage() {
    return !data.isEmpty() && !"endpoint".equals(name);
  }
}
