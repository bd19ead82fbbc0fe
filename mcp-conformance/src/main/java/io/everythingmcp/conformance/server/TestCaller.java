package io.everythingmcp.conformance.server;

import java.util.List;
import java.util.Map;

/**
 * A caller, with or without credentials.
 *
 * @param name the name in reports
 * @param headers the headers that authenticate it
 */
public record TestCaller(String name, Map<String, String> headers) {
  /** Returns a caller without credentials. */
  public static TestCaller anonymous() {
    return new TestCaller("anonymous", Map.of());
  }

  /** Returns a caller with an access token. */
  public static TestCaller token(String name, String token) {
    return new TestCaller(name, Map.of("Authorization", "Bearer " + token));
  }

  /** Returns a caller with an API key. */
  public static TestCaller apiKey(String name, String key) {
    return new TestCaller(name, Map.of("X-API-Key", key));
  }

  /** Returns whether the caller has no credential. */
  public boolean isAnonymous() {
    return headers.isEmpty();
  }

  /** Returns the values that reports must not contain. */
  public List<String> secrets() {
    return headers.values().stream().map(value -> value.replaceFirst("^Bearer ", "")).toList();
  }
}
