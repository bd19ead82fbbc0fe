package io.everythingmcp.server.session;

import io.everythingmcp.api.event.ServerEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * How a session began: outlives its record, so that whoever misses it knows how long it was, and
 * whose.
 *
 * @param at when
 * @param tenant the id of the tenant whose server it was; null for none
 * @param token the first eight characters of the static token it began with; null for none
 * @param tokenName what that is called
 */
record SessionOrigin(Instant at, String tenant, String token, String tokenName) {

  static SessionOrigin of(Session session) {
    return new SessionOrigin(
        session.createdAt(),
        SessionOwner.of(session.owner()).tenant().orElse(null),
        session.began().token(),
        session.began().tokenName());
  }

  ServerEvent.SessionEnded ended(String id, String reason) {
    long millis = Duration.between(at, Instant.now()).toMillis();
    return new ServerEvent.SessionEnded(id, token, tokenName, tenant, millis, reason);
  }
}
