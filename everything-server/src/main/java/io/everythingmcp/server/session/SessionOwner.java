package io.everythingmcp.server.session;

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
        ? new SessionOwner(some(parts[0]), some(parts[1]), some(parts[2]))
        : new SessionOwner(Optional.empty(), Optional.empty(), some(owner));
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
