package io.everythingmcp.server.session;

import io.everythingmcp.api.CallerIdentity;
import java.util.Optional;

/**
 * Whose a session is, read from what it is bound to.
 *
 * @param tenant the tenant, if there is one
 * @param issuer who vouches for the subject
 * @param subject the user, if they are known
 */
public record SessionOwner(
    Optional<String> tenant, Optional<String> issuer, Optional<String> subject) {
  private static final int PARTS = 3;

  /** Reads {@code tenant|issuer|subject}; empty for somebody unknown. */
  public static SessionOwner of(String owner) {
    String[] parts = owner.split("\\|", PARTS);
    return parts.length == PARTS
        ? new SessionOwner(some(plain(parts[0])), some(plain(parts[1])), some(parts[2]))
        : new SessionOwner(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Undoes what {@link CallerIdentity#ownerKey} does, so that parts can be told from each other.
   */
  private static String plain(String part) {
    return part.replace("%7C", "|").replace("%25", "%");
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
