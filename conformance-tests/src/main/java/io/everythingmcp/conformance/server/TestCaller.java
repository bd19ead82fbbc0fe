package io.everythingmcp.conformance.server;

import java.util.List;
import java.util.Map;

/**
 * Somebody who may come in, or nobody in particular.
 *
 * @param name how reports call it
 * @param headers what it is known by
 */
public record TestCaller(String name, Map<String, String> headers) {
  /** Somebody without credentials. */
  public static TestCaller anonymous() {
    return new TestCaller("anonymous", Map.of());
  }

  /** Somebody with an access token. */
  public static TestCaller token(String name, String token) {
    return new TestCaller(name, Map.of("Authorization", "Bearer " + token));
  }

  /** Somebody with an API key. */
  public static TestCaller apiKey(String name, String key) {
    return new TestCaller(name, Map.of("X-API-Key", key));
  }

  /** Whether it has nothing to show. */
  public boolean isAnonymous() {
    return headers.isEmpty();
  }

  /** What reports must not show. */
  public List<String> secrets() {
    return headers.values().stream().map(value -> value.replaceFirst("^Bearer ", "")).toList();
  }
}
