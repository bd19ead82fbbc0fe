package io.everythingmcp.api.auth;

import io.everythingmcp.api.CallerIdentity;

/** What a {@link TokenVerifier} found out. */
public sealed interface VerificationResult {

  /**
   * The credential is good.
   *
   * @param caller whose it is, and what they may do
   */
  record Accepted(CallerIdentity caller) implements VerificationResult {}

  /**
   * The credential is not good here: 401 with {@code invalid_token}.
   *
   * @param description why, for the client's author; must not repeat the credential
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
   */
  record Rejected(String description) implements VerificationResult {}

  /**
   * Nobody can tell now: 503 with {@code Retry-After}.
   *
   * @param authServerUrl who could have told
   * @param hint what an operator should look at
   */
  record Unavailable(String authServerUrl, String hint) implements VerificationResult {}
}
