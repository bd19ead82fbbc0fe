package io.everythingmcp.server.auth.server.grant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;

/**
 * Decides whether who redeems a code is who asked for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.6">RFC 7636, section 4.6</a>
 */
final class Pkce {
  private Pkce() {}

  static void check(String challenge, String verifier) throws Refusal {
    CodeVerifier parsed;
    try {
      parsed = new CodeVerifier(verifier);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalidGrant(
          "code_verifier is not 43 to 128 unreserved characters", Rule.rfc(7636, "4.1"));
    }
    String computed = CodeChallenge.compute(CodeChallengeMethod.S256, parsed).getValue();
    if (!Secrets.same(computed, challenge)) {
      throw Refusal.invalidGrant(
          "code_verifier does not match the code_challenge", Rule.rfc(7636, "4.6"));
    }
  }
}
