package io.everythingmcp.api.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Something that happened on this instance. A {@code token} is always the first eight characters of
 * one, which several may have in common, and a {@code tokenName} what it is called, as no other
 * one; both are null where none was used. A {@code tenant} is the id of one, or null. A {@code
 * duration} is in milliseconds.
 */
public sealed interface ServerEvent {

  /** What it is called outside: {@code sessionCreated} and so on. */
  @JsonIgnore
  default String type() {
    String name = getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** Whether events of a kind happen with every session or request, so that few want them. */
  static boolean frequent(Class<? extends ServerEvent> kind) {
    return kind == SessionCreated.class
        || kind == SessionEnded.class
        || kind == ToolCalled.class
        || kind == TransportError.class;
  }

  /**
   * The server serves.
   *
   * @param url where clients find it
   * @param host the address it is bound to
   * @param port the port it is bound to
   * @param endpoint the path of Streamable HTTP
   * @param startedAt when it began
   */
  record Started(String url, String host, int port, String endpoint, Instant startedAt)
      implements ServerEvent {}

  /** The server serves no more. */
  record Stopped() implements ServerEvent {}

  /** A static token can be used from now on. */
  record TokenAdded(String token, String tokenName, String tenant) implements ServerEvent {}

  /** A static token cannot be used any more. */
  record TokenRemoved(String token, String tokenName, String tenant) implements ServerEvent {}

  /** A static token leads to another server from now on. */
  record TokenUpdated(String token, String tokenName, String tenant) implements ServerEvent {}

  /** A tenant got a server. */
  record ServerRegistered(
      String token,
      String tokenName,
      String tenant,
      String serverName,
      String serverVersion,
      Instant registeredAt)
      implements ServerEvent {}

  /**
   * A tenant has no server any more.
   *
   * @param hadActiveSessions whether sessions were ended by it
   */
  record ServerRemoved(
      String token,
      String tokenName,
      String tenant,
      String serverName,
      boolean hadActiveSessions,
      Instant removedAt)
      implements ServerEvent {}

  /** The server of a tenant is another one. */
  record ServerUpdated(
      String token,
      String tokenName,
      String tenant,
      String serverName,
      String serverVersion,
      Instant updatedAt)
      implements ServerEvent {}

  /**
   * A session began.
   *
   * @param tenant whose server it is, or null
   * @param subject the user, or null for an anonymous one
   */
  record SessionCreated(
      String sessionId,
      String token,
      String tokenName,
      String tenant,
      String subject,
      Instant createdAt)
      implements ServerEvent {}

  /**
   * A session ended.
   *
   * @param reason {@code deleted}, {@code expired} or {@code removed} (by an operator)
   */
  record SessionEnded(
      String sessionId, String token, String tokenName, String tenant, long duration, String reason)
      implements ServerEvent {}

  /**
   * A tool was called and has answered; waiting for people is not part of the duration.
   *
   * @param sessionId null where there are no sessions
   * @param success whether the result is no error
   */
  record ToolCalled(
      String toolName,
      String token,
      String tokenName,
      String tenant,
      String sessionId,
      long duration,
      boolean success)
      implements ServerEvent {}

  /**
   * A code or a refresh token was used a second time, so its grant has ended: somebody else may
   * have it.
   *
   * @param kind {@code code} or {@code refresh_token}
   * @param clientId the client it was given to
   * @param subject the user who had agreed
   */
  record CredentialReused(String kind, String clientId, String subject) implements ServerEvent {}

  /**
   * Something broke between a client and the protocol.
   *
   * @param sessionId null where it is not known
   * @param error what, in a few words and without any content of messages
   */
  record TransportError(
      String sessionId, String token, String tokenName, String tenant, String error)
      implements ServerEvent {}
}
