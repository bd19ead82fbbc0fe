package io.everythingmcp.conformance.harness;

import java.util.Optional;

/** Makes events of lines. Stricter than browsers: a field that does not exist fails the test. */
final class SseParser {
  private String id;
  private String name;
  private StringBuilder data;
  private Long retry;

  Optional<SseEvent> line(String line) {
    if (line.isEmpty()) {
      return end();
    }
    if (line.startsWith(":")) {
      return Optional.of(new SseEvent(null, null, "", null, line.substring(1).strip()));
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    set(field, value.startsWith(" ") ? value.substring(1) : value);
    return Optional.empty();
  }

  private void set(String field, String value) {
    switch (field) {
      case "id" -> id = value;
      case "event" -> name = value;
      case "retry" -> retry = Long.valueOf(value);
      case "data" ->
          data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
      default -> throw new AssertionError("No such field in an event stream: " + field);
    }
  }

  private Optional<SseEvent> end() {
    boolean nothing = id == null && name == null && data == null && retry == null;
    SseEvent event = new SseEvent(id, name, data == null ? "" : data.toString(), retry, null);
    id = null;
    name = null;
    data = null;
    retry = null;
    return nothing ? Optional.empty() : Optional.of(event);
  }
}
