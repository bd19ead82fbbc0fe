package io.everythingmcp.server.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stored session. Immutable; a change is a new record.
 *
 * @param id visible ASCII, unguessable
 * @param owner its owner key; empty for an anonymous caller
 * @param channel transport to the client
 * @param revision negotiated revision
 * @param client client information; null before initialization
 * @param ready whether {@code notifications/initialized} has been received
 * @param logLevel minimum log level for the client
 * @param subscriptions URIs of subscribed resources
 * @param createdAt time of creation
 * @param sent number of requests sent to the client
 * @param credential credential of its creation; null if unknown
 */
public record Session(
    String id,
    String owner,
    Channel channel,
    ProtocolRevision revision,
    ClientInfo client,
    boolean ready,
    LoggingLevel logLevel,
    Set<String> subscriptions,
    Instant createdAt,
    int sent,
    Credential credential) {

  /** The most subscriptions a session may hold. */
  public static final int MAX_SUBSCRIPTIONS = 1_000;

  /**
   * Credential with which a session was created; each component is null if absent.
   *
   * @param grant grant of the authorization server, see {@link CallerIdentity#grant}
   * @param token the first eight characters of a static token
   * @param tokenName name of the static token
   * @param network digest of the client's network, by {@link ClientNetwork}; null if there was a
   *     credential
   */
  public record Credential(String grant, String token, String tokenName, String network) {
    static final Credential NONE = new Credential(null, null, null, null);
  }

  /** How messages reach the client. */
  public enum Channel {
    /** Streamable HTTP: each request has its own stream, and there is one for everything else. */
    STREAMABLE,
    /** HTTP+SSE and stdio: one channel for all messages. */
    SINGLE
  }

  /** Creates a session. */
  public static Session begin(
      String id, String owner, Channel channel, ProtocolRevision revision, ClientInfo client) {
    return new Session(
        id,
        owner,
        channel,
        revision,
        client,
        false,
        LoggingLevel.INFO,
        Set.of(),
        Instant.now(),
        0,
        null);
  }

  /** Returns the credential with which it was created; {@code NONE} if not recorded. */
  public Credential began() {
    return credential == null ? Credential.NONE : credential;
  }

  /** Returns a copy that ends with the credential of a caller. */
  public Session begunBy(CallerIdentity caller) {
    return begunBy(
        new Credential(
            caller.grant(), caller.tokenPrefix(), caller.tokenName(), began().network()));
  }

  /**
   * Returns a copy that counts for the address of its client, unless its owner is authenticated.
   *
   * @param address empty for a local client
   */
  public Session begunFrom(String address) {
    return address.isEmpty() || isAuthenticated()
        ? this
        : begunBy(
            new Credential(
                began().grant(),
                began().token(),
                began().tokenName(),
                SecureIds.digest(ClientNetwork.of(address))));
  }

  /** Returns whether the owner is authenticated. */
  @JsonIgnore
  public boolean isAuthenticated() {
    return !owner.isEmpty() && !owner.equals(CallerIdentity.UNAUTHENTICATED);
  }

  private Session begunBy(Credential known) {
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
        sent,
        known);
  }

  /** Returns a copy with an authenticated owner. */
  public Session ownedBy(String known) {
    return new Session(
        id,
        known,
        channel,
        revision,
        client,
        ready,
        logLevel,
        subscriptions,
        createdAt,
        sent,
        credential);
  }

  /** Returns a copy with the negotiated revision; for channels that exist before the handshake. */
  public Session negotiated(ProtocolRevision agreed, ClientInfo peer) {
    return new Session(
        id,
        owner,
        channel,
        agreed,
        peer,
        ready,
        logLevel,
        subscriptions,
        createdAt,
        sent,
        credential);
  }

  /** Returns whether initialize has completed. */
  @JsonIgnore
  public boolean begun() {
    return client != null;
  }

  /** The client has confirmed the handshake. */
  public Session confirmed() {
    return new Session(
        id,
        owner,
        channel,
        revision,
        client,
        true,
        logLevel,
        subscriptions,
        createdAt,
        sent,
        credential);
  }

  /** With another log level. */
  public Session logging(LoggingLevel level) {
    return new Session(
        id,
        owner,
        channel,
        revision,
        client,
        ready,
        level,
        subscriptions,
        createdAt,
        sent,
        credential);
  }

  /** With one subscription more. */
  public Session subscribed(String uri) {
    Set<String> more = new TreeSet<>(subscriptions);
    more.add(uri);
    return new Session(
        id, owner, channel, revision, client, ready, logLevel, more, createdAt, sent, credential);
  }

  /** With one subscription less. */
  public Session unsubscribed(String uri) {
    Set<String> less = new TreeSet<>(subscriptions);
    less.remove(uri);
    return new Session(
        id, owner, channel, revision, client, ready, logLevel, less, createdAt, sent, credential);
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
        sent + count,
        credential);
  }

  /** Whether all messages share one channel. */
  @JsonIgnore
  public boolean singleChannel() {
    return channel == Channel.SINGLE;
  }
}
