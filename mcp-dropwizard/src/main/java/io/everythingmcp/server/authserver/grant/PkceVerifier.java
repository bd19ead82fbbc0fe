package io.everythingmcp.server.authserver.grant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;

/**
 * Verifies the PKCE code_verifier against the S256 code_challenge.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.6">RFC 7636, section 4.6</a>
 */
final class PkceVerifier {
  private PkceVerifier() {}

  static void check(String challenge, String verifier) throws OAuthException {
    CodeVerifier parsed;
    try {
      parsed = new CodeVerifier(verifier);
    } catch (IllegalArgumentException e) {
      throw OAuthException.invalidGrant(
          "code_verifier is not 43 to 128 unreserved characters",
          SpecificationReference.rfc(7636, "4.1"));
    }
    String computed = CodeChallenge.compute(CodeChallengeMethod.S256, parsed).getValue();
    if (!RandomSecrets.same(computed, challenge)) {
      throw OAuthException.invalidGrant(
          "code_verifier does not match the code_challenge",
          SpecificationReference.rfc(7636, "4.6"));
    }
  }
}
