package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionIdGenerator;
import io.everythingmcp.server.session.SessionOwner;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.SecureIds;
import java.util.Optional;
import java.util.function.Function;

/** Creates sessions and publishes their creation. */
final class SessionFactory {
  private final ServerRuntime runtime;
  private final SessionStore sessions;
  private final SessionIdGenerator ids;

  SessionFactory(ServerRuntime runtime, SessionStore sessions, SessionIdGenerator ids) {
    this.runtime = runtime;
    this.sessions = sessions;
    this.ids = ids;
  }

  /**
   * Result of a creation.
   *
   * @param session the session, or null
   * @param refusal reason of the rejection, or null
   */
  record Opening(Session session, String refusal) {
    static Opening refused(String why) {
      return new Opening(null, why);
    }
  }

  /**
   * A session over Streamable HTTP.
   *
   * @param address of the client
   */
  Opening streamable(
      CallerIdentity caller, String address, ProtocolRevision revision, ClientInfo client) {
    return open(
        id ->
            Session.begin(id, caller.ownerKey(), Session.Channel.STREAMABLE, revision, client)
                .begunBy(caller)
                .begunFrom(address));
  }

  /**
   * A session over a channel for everything, before its handshake.
   *
   * @param address of the client; empty for a local one
   */
  Opening single(String owner, String address) {
    return open(
        id ->
            Session.begin(id, owner, Session.Channel.SINGLE, ProtocolRevision.V2024_11_05, null)
                .begunFrom(address));
  }

  private Opening open(Function<String, Session> make) {
    Session session = make.apply(ids.next());
    Optional<String> full;
    try {
      full = sessions.add(session);
    } catch (IllegalArgumentException e) {
      // A generator that repeats ids must not return the session of another caller.
      session = make.apply(SecureIds.random());
      full = sessions.add(session);
    }
    if (full.isPresent()) {
      return Opening.refused(full.get());
    }
    SessionOwner owner = SessionOwner.of(session.owner());
    runtime
        .events()
        .publish(
            new ServerEvent.SessionCreated(
                session.id(),
                session.began().token(),
                session.began().tokenName(),
                owner.tenant().orElse(null),
                owner.subject().orElse(null),
                session.createdAt()));
    return new Opening(session, null);
  }
}
