package io.everythingmcp.api.auth;

import io.everythingmcp.api.CallerIdentity;

/** Result of a {@link TokenVerifier}. */
public sealed interface VerificationResult {

  /**
   * The credential is valid.
   *
   * @param caller identity and scopes of the caller
   */
  record Accepted(CallerIdentity caller) implements VerificationResult {}

  /**
   * The credential is invalid: 401 with {@code invalid_token}.
   *
   * @param description the reason, for the author of the client; must not contain the credential
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
   */
  record Rejected(String description) implements VerificationResult {}

  /**
   * The credential could not be verified: 503 with {@code Retry-After}.
   *
   * @param authServerUrl URL of the unavailable authorization server
   * @param hint what an operator should check
   */
  record Unavailable(String authServerUrl, String hint) implements VerificationResult {}
}
