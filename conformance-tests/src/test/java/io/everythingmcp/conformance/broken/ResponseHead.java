package io.everythingmcp.conformance.broken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Status and headers of a response, which faults may change. */
final class ResponseHead {
  int status;
  final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ResponseHead(int status) {
    this.status = status;
  }

  void set(String name, String value) {
    headers.put(name, new ArrayList<>(List.of(value)));
  }

  String get(String name) {
    return headers.getOrDefault(name, List.of("")).get(0);
  }
}
