package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;

/**
 * Authorization codes. A code is valid once. It stays in the store until its expiry, so that a
 * second use is detected; this revokes the grant and all its tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
public final class AuthorizationCodeStore {
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "4.1.2");

  private final KeyValueStore<AuthorizationCodeRecord> codes;
  private final AuthorizationGrantStore grants;
  private final Duration life;

  /**
   * Creates the store.
   *
   * @param life lifetime of a code
   */
  public AuthorizationCodeStore(StateStore store, AuthorizationGrantStore grants, Duration life) {
    this.codes = store.values("auth:exch:", AuthorizationCodeRecord.class);
    this.grants = grants;
    this.life = life;
  }

  /**
   * Issues a code for an approved request. The grant exists from now on, so that it can be revoked,
   * and expires with the code unless it is redeemed.
   *
   * @param redirectUri redirect URI of the code
   * @param challenge PKCE code challenge
   */
  public String issue(AuthorizationGrant grant, String redirectUri, String challenge) {
    String id = grants.add(grant, life);
    String code = RandomSecrets.random();
    codes.put(
        RandomSecrets.digest(code),
        new AuthorizationCodeRecord(
            id, grant.clientId(), redirectUri, challenge, grant.scopes(), grant.resources(), ""),
        life);
    AuthenticationLog.happened(
        "code_issued",
        grant.clientId(),
        grant.subject(),
        "scope=\"" + String.join(" ", grant.scopes().stream().sorted().toList()) + "\"");
    return code;
  }

  /** Redeems a code; it is used up even if the request is invalid. */
  AuthorizationCodeRecord redeem(String text) throws OAuthException {
    String redemption = RandomSecrets.random();
    AuthorizationCodeRecord code =
        codes
            .update(RandomSecrets.digest(text), now -> now.used(redemption))
            .orElseThrow(
                () -> OAuthException.invalidGrant("Invalid code: unknown or expired", RULE));
    if (!code.use().equals(redemption)) {
      grants.revokeForReuse(code.grantId(), "code");
      throw OAuthException.invalidGrant("The code was used before, so its grant has ended", RULE);
    }
    return code;
  }
}
