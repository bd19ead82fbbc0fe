package io.everythingmcp.server.security.audit;

/**
 * Listener of an authorization server, for the reuse of a code or refresh token, which revoked its
 * grant, and for the outcomes of requests.
 */
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

  /**
   * Called after each request.
   *
   * @param endpoint name of the endpoint
   * @param outcome {@code completed}, or the error code of the response
   */
  default void outcome(String endpoint, String outcome) {}
}
