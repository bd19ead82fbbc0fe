package io.everythingmcp.server.session;

import io.everythingmcp.api.CallerIdentity;
import java.util.Optional;

/**
 * Owner of a session, parsed from its owner key.
 *
 * @param tenant the tenant, if any
 * @param issuer issuer of the subject
 * @param subject the user, if authenticated
 */
public record SessionOwner(
    Optional<String> tenant, Optional<String> issuer, Optional<String> subject) {
  private static final int PARTS = 3;

  /** Parses {@code tenant|issuer|subject}; empty for an anonymous caller. */
  public static SessionOwner of(String owner) {
    String[] parts = owner.split("\\|", PARTS);
    return parts.length == PARTS
        ? new SessionOwner(some(plain(parts[0])), some(plain(parts[1])), some(parts[2]))
        : new SessionOwner(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Reverses the escaping of {@link CallerIdentity#ownerKey}. */
  private static String plain(String part) {
    return part.replace("%7C", "|").replace("%25", "%");
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
