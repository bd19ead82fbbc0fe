package io.everythingmcp.server.security.audit;

/** Listener for the reuse of a code or refresh token, which revoked its grant. */
@FunctionalInterface
public interface ReuseListener {
  /** Does nothing; reuse is logged in any case. */
  ReuseListener NONE = (kind, clientId, subject) -> {};

  /**
   * Called after a reuse.
   *
   * @param kind {@code code} or {@code refresh_token}
   */
  void reused(String kind, String clientId, String subject);
}
