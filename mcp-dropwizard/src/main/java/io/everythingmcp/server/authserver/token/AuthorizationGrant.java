package io.everythingmcp.server.authserver.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * OAuth grant: what a user approved for a client, and the family of all codes and tokens issued for
 * it. Without it, none of them is valid.
 *
 * @param clientId the client
 * @param subject the user
 * @param name display name of the user; empty if unknown
 * @param scopes approved scopes
 * @param resources approved resources
 * @param created time of the consent
 * @param consent key of the stored consent, which outlasts the grant
 * @param upstream tokens of the identity provider, sealed; empty for none
 * @param tokens the currently valid opaque access tokens
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
    consent = consent == null ? "" : consent; // in records from earlier versions
    scopes = Set.copyOf(scopes);
    resources = List.copyOf(resources);
    tokens = List.copyOf(tokens);
  }

  /**
   * An opaque access token.
   *
   * @param digest digest of the token
   * @param scopes its scopes
   * @param resources its resources
   * @param issued time of issue
   * @param expiry time of expiry
   */
  public record Opaque(
      String digest, Set<String> scopes, List<String> resources, Instant issued, Instant expiry) {}

  /** Returns a copy with one more token, without expired ones and those above the limit. */
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
    return "AuthorizationGrant[" + clientId + ", " + subject + "]";
  }
}
