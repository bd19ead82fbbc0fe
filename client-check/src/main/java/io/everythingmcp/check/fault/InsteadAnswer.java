package io.everythingmcp.check.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Response that replaces that of the server.
 *
 * @param headers without the length of the body
 */
public record InsteadAnswer(int status, Map<String, String> headers, String body) {
  public InsteadAnswer {
    headers = new LinkedHashMap<>(headers);
  }

  public static InsteadAnswer json(int status, String body) {
    return new InsteadAnswer(status, Map.of("Content-Type", "application/json"), body);
  }

  public static InsteadAnswer text(int status, String body) {
    return new InsteadAnswer(status, Map.of("Content-Type", "text/plain;charset=utf-8"), body);
  }

  public static InsteadAnswer empty(int status) {
    return new InsteadAnswer(status, Map.of(), "");
  }

  /** Returns a copy with one more header. */
  public InsteadAnswer with(String name, String value) {
    InsteadAnswer copy = new InsteadAnswer(status, headers, body);
    copy.headers.put(name, value);
    return copy;
  }
}
