package io.everythingmcp.server.protocol;

import java.util.List;
import java.util.Map;

/** The headers of a request; names are case-insensitive. Empty for transports without headers. */
public interface RequestHeaders {
  String SESSION_ID = "Mcp-Session-Id";
  String PROTOCOL_VERSION = "MCP-Protocol-Version";
  String LAST_EVENT_ID = "Last-Event-ID";
  String METHOD = "Mcp-Method";
  String NAME = "Mcp-Name";

  /** No headers at all. */
  RequestHeaders NONE = name -> List.of();

  /** All values of a header, in order. */
  List<String> all(String name);

  /** The path that the request was sent to, within the server; empty where there is no HTTP. */
  default String path() {
    return "";
  }

  /** The first value of a header, trimmed, or null. */
  default String first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(0).strip();
  }

  /** Returns the distinct values of a header, trimmed. */
  default List<String> distinct(String name) {
    List<String> values = all(name);
    return switch (values.size()) {
      case 0 -> values;
      case 1 -> List.of(values.get(0).strip());
      default -> values.stream().map(String::strip).distinct().toList();
    };
  }

  /** Headers from a map, for transports and tests that have one. */
  static RequestHeaders of(Map<String, String> headers) {
    java.util.TreeMap<String, String> map = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.putAll(headers);
    return name -> map.containsKey(name) ? List.of(map.get(name)) : List.of();
  }
}
