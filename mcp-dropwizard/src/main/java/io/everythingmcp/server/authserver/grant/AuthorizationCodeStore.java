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
 * Authorization codes. A code is good once. It is remembered for as long as it would have been
 * good, so that a second use is noticed; that ends the grant, and whatever the first use gave with
 * it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
public final class AuthorizationCodeStore {
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "4.1.2");

  private final KeyValueStore<AuthorizationCodeRecord> codes;
  private final AuthorizationGrantStore installations;
  private final Duration life;

  /**
   * Codes in a store.
   *
   * @param life how long one is good
   */
  public AuthorizationCodeStore(
      StateStore store, AuthorizationGrantStore installations, Duration life) {
    this.codes = store.values("auth:exch:", AuthorizationCodeRecord.class);
    this.installations = installations;
    this.life = life;
  }

  /**
   * Gives a code for what a person agreed to. The grant is there from now on, so that it can be
   * ended, and lives no longer than the code as long as nobody redeems it.
   *
   * @param redirectUri where the code is sent
   * @param challenge of PKCE
   */
  public String issue(AuthorizationGrant installation, String redirectUri, String challenge) {
    String id = installations.add(installation, life);
    String code = RandomSecrets.random();
    codes.put(
        RandomSecrets.digest(code),
        new AuthorizationCodeRecord(
            id,
            installation.clientId(),
            redirectUri,
            challenge,
            installation.scopes(),
            installation.resources(),
            ""),
        life);
    AuthenticationLog.happened(
        "code_issued",
        installation.clientId(),
        installation.subject(),
        "scope=\"" + String.join(" ", installation.scopes().stream().sorted().toList()) + "\"");
    return code;
  }

  /** What a code stands for, the first time; whatever is wrong with the request, it is used now. */
  AuthorizationCodeRecord redeem(String text) throws OAuthException {
    String redemption = RandomSecrets.random();
    AuthorizationCodeRecord code =
        codes
            .update(RandomSecrets.digest(text), now -> now.used(redemption))
            .orElseThrow(
                () -> OAuthException.invalidGrant("The code is not known, or has expired", RULE));
    if (!code.use().equals(redemption)) {
      installations.endForReuse(code.installation(), "code");
      throw OAuthException.invalidGrant("The code was used before, so its grant has ended", RULE);
    }
    return code;
  }
}
