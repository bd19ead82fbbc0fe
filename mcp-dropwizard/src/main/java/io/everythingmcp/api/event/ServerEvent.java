package io.everythingmcp.api.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Event on this instance. A {@code token} is always the first eight characters of a static token,
 * which are not unique; a {@code tokenName} is its unique name; both are null if no static token
 * was used. A {@code tenant} is the id of a tenant, or null. A {@code duration} is in milliseconds.
 */
public sealed interface ServerEvent {

  /** {@return the name of the event in webhooks and streams, for example {@code sessionCreated}} */
  @JsonIgnore
  default String type() {
    String name = getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * Checks whether events of a kind occur with every session or request.
   *
   * @param kind type of event
   * @return whether the events are frequent
   */
  static boolean frequent(Class<? extends ServerEvent> kind) {
    return kind == SessionCreated.class
        || kind == SessionEnded.class
        || kind == ToolCalled.class
        || kind == TransportError.class;
  }

  /**
   * The server has started.
   *
   * @param url public URL for clients
   * @param host address to which the server is bound
   * @param port port to which the server is bound
   * @param endpoint path of the Streamable HTTP endpoint
   * @param startedAt time of the start
   */
  record Started(String url, String host, int port, String endpoint, Instant startedAt)
      implements ServerEvent {}

  /** The server has stopped. */
  record Stopped() implements ServerEvent {}

  /**
   * A static token was added.
   *
   * @param token first eight characters
   * @param tokenName name of the token
   * @param tenant id of the tenant, or null
   */
  record TokenAdded(String token, String tokenName, @Nullable String tenant)
      implements ServerEvent {}

  /**
   * A static token was removed.
   *
   * @param token first eight characters
   * @param tokenName name of the token
   * @param tenant id of the tenant, or null
   */
  record TokenRemoved(String token, String tokenName, @Nullable String tenant)
      implements ServerEvent {}

  /**
   * A static token was assigned to another tenant.
   *
   * @param token first eight characters
   * @param tokenName name of the token
   * @param tenant id of the tenant, or null
   */
  record TokenUpdated(String token, String tokenName, @Nullable String tenant)
      implements ServerEvent {}

  /**
   * A server was registered for a tenant.
   *
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant
   * @param serverName name of the server
   * @param serverVersion version of the server
   * @param registeredAt time of the registration
   */
  record ServerRegistered(
      @Nullable String token,
      @Nullable String tokenName,
      String tenant,
      String serverName,
      String serverVersion,
      Instant registeredAt)
      implements ServerEvent {}

  /**
   * The server of a tenant was removed.
   *
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant
   * @param serverName name of the server
   * @param hadActiveSessions whether active sessions were ended
   * @param removedAt time of the removal
   */
  record ServerRemoved(
      @Nullable String token,
      @Nullable String tokenName,
      String tenant,
      String serverName,
      boolean hadActiveSessions,
      Instant removedAt)
      implements ServerEvent {}

  /**
   * The server of a tenant was replaced.
   *
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant
   * @param serverName name of the server
   * @param serverVersion version of the server
   * @param updatedAt time of the update
   */
  record ServerUpdated(
      @Nullable String token,
      @Nullable String tokenName,
      String tenant,
      String serverName,
      String serverVersion,
      Instant updatedAt)
      implements ServerEvent {}

  /**
   * A session was created.
   *
   * @param sessionId id of the session
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant, or null
   * @param createdAt time of the creation
   * @param subject the user, or null for an anonymous caller
   */
  record SessionCreated(
      String sessionId,
      @Nullable String token,
      @Nullable String tokenName,
      @Nullable String tenant,
      @Nullable String subject,
      Instant createdAt)
      implements ServerEvent {}

  /**
   * A session ended.
   *
   * @param sessionId id of the session
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant, or null
   * @param duration lifetime of the session in milliseconds
   * @param reason {@code deleted}, {@code expired} or {@code removed} (by an operator)
   */
  record SessionEnded(
      String sessionId,
      @Nullable String token,
      @Nullable String tokenName,
      @Nullable String tenant,
      long duration,
      String reason)
      implements ServerEvent {}

  /**
   * A tool call ended.
   *
   * @param toolName name of the tool
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant, or null
   * @param sessionId id of the session, or null in stateless revisions
   * @param duration processing time in milliseconds, without the time waiting for input of the user
   * @param success whether the result is not an error
   */
  record ToolCalled(
      String toolName,
      @Nullable String token,
      @Nullable String tokenName,
      @Nullable String tenant,
      @Nullable String sessionId,
      long duration,
      boolean success)
      implements ServerEvent {}

  /**
   * An authorization code or a refresh token was used a second time, so its grant was revoked: an
   * attacker may have it.
   *
   * @param kind {@code code} or {@code refresh_token}
   * @param clientId the client to which it was issued
   * @param subject the user who approved the grant
   */
  record CredentialReused(String kind, String clientId, String subject) implements ServerEvent {}

  /**
   * A transport error occurred.
   *
   * @param sessionId id of the session, or null if unknown
   * @param token first eight characters of the static token, or null
   * @param tokenName name of the static token, or null
   * @param tenant id of the tenant, or null
   * @param error short description without message content
   */
  record TransportError(
      @Nullable String sessionId,
      @Nullable String token,
      @Nullable String tokenName,
      @Nullable String tenant,
      String error)
      implements ServerEvent {}
}
