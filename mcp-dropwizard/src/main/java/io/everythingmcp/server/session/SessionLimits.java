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
   * Returns the maximum number of sessions with the same owner or address: without authentication
   * three quarters of all, so that one address cannot prevent the sessions of others.
   */
  int share(Session session) {
    return session.owner().isEmpty() ? total - total / 4 : perCaller;
  }

  /** Returns the maximum number of sessions that have no owner yet. */
  int unclaimed() {
    return Math.max(1, total / 4);
  }

  /** Returns the message if sessions without an owner have reached their share. */
  String unclaimedReached() {
    return "Limit of sessions without an authenticated caller reached: "
        + unclaimed()
        + " (a quarter of mcp.sessions.max); authenticate the initialize request";
  }

  /** Returns the message for a caller or address that has reached its share. */
  String shareReached(Session session) {
    return session.owner().isEmpty()
        ? "Session limit of this address reached: "
            + share(session)
            + " (three quarters of mcp.sessions.max); end a session with DELETE"
        : "Session limit of this "
            + (session.isAuthenticated() ? "caller" : "address")
            + " reached: "
            + perCaller
            + " (mcp.sessions.maxPerCaller); end a session with DELETE";
  }
}
