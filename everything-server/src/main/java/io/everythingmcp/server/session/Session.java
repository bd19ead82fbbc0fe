package io.everythingmcp.server.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.everythingmcp.server.feature.Client;
import io.everythingmcp.server.feature.LogLevel;
import io.everythingmcp.server.wire.Revision;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * One session as the store keeps it. Immutable; a change is a new record.
 *
 * @param id visible ASCII, not guessable
 * @param owner whose it is; empty for an anonymous caller
 * @param channel how messages reach the client
 * @param revision what was negotiated
 * @param client who is at the other end; null before the handshake
 * @param ready whether {@code notifications/initialized} has come
 * @param logLevel the least severe level the client wants to hear
 * @param subscriptions URIs of resources whose updates the client wants
 * @param createdAt when it began
 * @param sent how many requests were sent to the client
 */
public record Session(
    String id,
    String owner,
    Channel channel,
    Revision revision,
    Client client,
    boolean ready,
    LogLevel logLevel,
    Set<String> subscriptions,
    Instant createdAt,
    int sent) {

  /** The most subscriptions a session may hold. */
  public static final int MAX_SUBSCRIPTIONS = 1_000;

  /** How messages reach the client. */
  public enum Channel {
    /** Streamable HTTP: each request has its own stream, and there is one for everything else. */
    STREAMABLE,
    /** HTTP+SSE and stdio: one channel for everything. */
    SINGLE
  }

  /** A session that has just begun. */
  public static Session begin(
      String id, String owner, Channel channel, Revision revision, Client client) {
    return new Session(
        id, owner, channel, revision, client, false, LogLevel.INFO, Set.of(), Instant.now(), 0);
  }

  /** With an owner, who has said who they are. */
  public Session ownedBy(String known) {
    return new Session(
        id, known, channel, revision, client, ready, logLevel, subscriptions, createdAt, sent);
  }

  /** With what the handshake agreed on; for channels that exist before it. */
  public Session negotiated(Revision agreed, Client peer) {
    return new Session(
        id, owner, channel, agreed, peer, ready, logLevel, subscriptions, createdAt, sent);
  }

  /** Whether a handshake has happened. */
  @JsonIgnore
  public boolean begun() {
    return client != null;
  }

  /** The client has confirmed the handshake. */
  public Session confirmed() {
    return new Session(
        id, owner, channel, revision, client, true, logLevel, subscriptions, createdAt, sent);
  }

  /** With another log level. */
  public Session logging(LogLevel level) {
    return new Session(
        id, owner, channel, revision, client, ready, level, subscriptions, createdAt, sent);
  }

  /** With one subscription more. */
  public Session subscribed(String uri) {
    Set<String> more = new TreeSet<>(subscriptions);
    more.add(uri);
    return new Session(
        id, owner, channel, revision, client, ready, logLevel, more, createdAt, sent);
  }

  /** With one subscription less. */
  public Session unsubscribed(String uri) {
    Set<String> less = new TreeSet<>(subscriptions);
    less.remove(uri);
    return new Session(
        id, owner, channel, revision, client, ready, logLevel, less, createdAt, sent);
  }

  /** With so many requests more that are sent to the client. */
  public Session sending(int count) {
    return new Session(
        id,
        owner,
        channel,
        revision,
        client,
        ready,
        logLevel,
        subscriptions,
        createdAt,
        sent + count);
  }

  /** Whether all messages share one channel. */
  @JsonIgnore
  public boolean singleChannel() {
    return channel == Channel.SINGLE;
  }
}
