package io.everythingmcp.server.authserver.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a person allowed a client: one grant, and with it the family of all codes and tokens that
 * came of it. Where it is gone, none of them is worth anything.
 *
 * @param clientId who may act
 * @param subject for whom
 * @param name what the person is called; empty when nobody knows
 * @param scopes what for
 * @param resources where
 * @param created when the person agreed
 * @param consent names what the person agreed to, which is remembered beyond the grant
 * @param upstream tokens of the provider that the person logged in at, sealed; empty for none
 * @param tokens the opaque access tokens that are good now
 */
public record AuthorizationGrant(
    String clientId,
    String subject,
    String name,
    Set<String> scopes,
    List<String> resources,
    Instant created,
    String consent,
    String upstream,
    List<Opaque> tokens) {
  private static final int MOST = 32;

  public AuthorizationGrant {
    consent = consent == null ? "" : consent; // in records that are older than it
    scopes = Set.copyOf(scopes);
    resources = List.copyOf(resources);
    tokens = List.copyOf(tokens);
  }

  /**
   * An opaque access token.
   *
   * @param digest of the token
   * @param scopes what it is good for
   * @param resources and where
   * @param issued since when
   * @param expiry and until when
   */
  public record Opaque(
      String digest, Set<String> scopes, List<String> resources, Instant issued, Instant expiry) {}

  /** The same with one more token, without those that have expired or are too many. */
  AuthorizationGrant plus(Opaque token, Instant now) {
    List<Opaque> more = new ArrayList<>(tokens);
    more.removeIf(old -> old.expiry().isBefore(now));
    more.add(token);
    return new AuthorizationGrant(
        clientId,
        subject,
        name,
        scopes,
        resources,
        created,
        consent,
        upstream,
        more.subList(Math.max(0, more.size() - MOST), more.size()));
  }

  @Override
  public String toString() {
    return "Installation[" + clientId + ", " + subject + "]";
  }
}
