package io.everythingmcp.server.session;

import java.time.Duration;

/**
 * Limits of sessions.
 *
 * @param idle lifetime of an unused session
 * @param total maximum number on all instances
 * @param perCaller maximum number per authenticated caller
 * @param ping interval of pings to clients with an open stream; zero to disable
 */
public record SessionLimits(Duration idle, int total, int perCaller, Duration ping) {

  /**
   * Part of all sessions.
   *
   * @param most maximum number of sessions
   * @param reached message when there are that many
   */
  record Share(int most, String reached) {}

  /**
   * Returns the share of the sessions with the same owner or address: without authentication three
   * quarters of all, so that one address cannot prevent the sessions of others.
   */
  Share share(Session session) {
    boolean open = session.owner().isEmpty();
    int most = open ? total - total / 4 : perCaller;
    return new Share(
        most,
        "Session limit of this "
            + (session.isAuthenticated() ? "caller" : "address")
            + " reached: "
            + most
            + (open ? " (three quarters of mcp.sessions.max)" : " (mcp.sessions.maxPerCaller)")
            + "; end a session with DELETE");
  }

  /** Returns the share of the sessions that have no owner yet. */
  Share unclaimed() {
    int most = Math.max(1, total / 4);
    return new Share(
        most,
        "Session limit of unauthenticated callers reached: "
            + most
            + " (a quarter of mcp.sessions.max); authenticate the initialize request");
  }
}
