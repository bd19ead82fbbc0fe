package io.everythingmcp.server.security.audit;

/** Hears that a code or refresh token was used twice, which ended its grant. */
@FunctionalInterface
public interface ReuseListener {
  /** Somebody who does nothing about it; it is logged anyway. */
  ReuseListener NONE = (kind, clientId, subject) -> {};

  /**
   * It happened.
   *
   * @param kind {@code code} or {@code refresh_token}
   */
  void reused(String kind, String clientId, String subject);
}
