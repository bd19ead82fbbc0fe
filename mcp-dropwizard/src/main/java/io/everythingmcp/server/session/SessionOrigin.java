package io.everythingmcp.server.session;

import io.everythingmcp.api.event.ServerEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * Creation data of a session, which outlive its record for the event of its end.
 *
 * @param at time of creation
 * @param tenant id of the tenant; null for none
 * @param token first eight characters of the static token; null for none
 * @param tokenName name of that token
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
