package io.everythingmcp.conformance.server;

import java.util.List;
import java.util.Map;

/**
 * Somebody who may come in, or nobody in particular.
 *
 * @param name how reports call it
 * @param headers what it is known by
 */
public record Caller(String name, Map<String, String> headers) {
  /** Somebody without credentials. */
  public static Caller anonymous() {
    return new Caller("anonymous", Map.of());
  }

  /** Somebody with an access token. */
  public static Caller token(String name, String token) {
    return new Caller(name, Map.of("Authorization", "Bearer " + token));
  }

  /** Somebody with an API key. */
  public static Caller apiKey(String name, String key) {
    return new Caller(name, Map.of("X-API-Key", key));
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
