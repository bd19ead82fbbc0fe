package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.audit.AuthenticationLog;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.auth.server.token.Installation;
import io.everythingmcp.server.auth.server.token.Installations;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;

/**
 * Authorization codes. A code is good once. It is remembered for as long as it would have been
 * good, so that a second use is noticed; that ends the grant, and whatever the first use gave with
 * it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
public final class Codes {
  private static final Rule RULE = Rule.rfc(6749, "4.1.2");

  private final KeyedValues<Code> codes;
  private final Installations installations;
  private final Duration life;

  /**
   * Codes in a store.
   *
   * @param life how long one is good
   */
  public Codes(Store store, Installations installations, Duration life) {
    this.codes = store.values("auth:exch:", Code.class);
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
  public String issue(Installation installation, String redirectUri, String challenge) {
    String id = installations.add(installation, life);
    String code = Secrets.random();
    codes.put(
        Secrets.digest(code),
        new Code(
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
  Code redeem(String text) throws Refusal {
    String redemption = Secrets.random();
    Code code =
        codes
            .update(Secrets.digest(text), now -> now.used(redemption))
            .orElseThrow(() -> Refusal.invalidGrant("The code is not known, or has expired", RULE));
    if (!code.use().equals(redemption)) {
      installations.endForReuse(code.installation(), "code");
      throw Refusal.invalidGrant("The code was used before, so its grant has ended", RULE);
    }
    return code;
  }
}
