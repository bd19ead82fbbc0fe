package io.everythingmcp.conformance.fuzz;

import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 when nothing did, or was waited for
 * @param headers their names in lower case
 * @param complete whether the body was read to its end
 */
record Answer(int status, Map<String, String> headers, byte[] body, boolean complete) {
  static final Answer NONE = new Answer(0, Map.of(), new byte[0], false);

  String header(String name) {
    return headers.get(name);
  }

  boolean isStream() {
    return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
  }
}
