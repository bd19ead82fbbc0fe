package io.everythingmcp.api.auth;

import java.util.Optional;

/** Verifier of credentials for one authentication method. Implementations are thread-safe. */
@FunctionalInterface
public interface TokenVerifier {

  /**
   * Verifies a bearer token or API key: signature or existence, issuer, audience, expiry,
   * revocation. May block on the network for a few seconds. Never throws and never logs the
   * credential.
   *
   * @param credential the token without its scheme, or the API key; never empty
   * @return {@code Accepted} with the caller; {@code Rejected}, which becomes 401 {@code
   *     invalid_token}; {@code Unavailable}, which becomes 503 with {@code Retry-After}
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, section 3.1</a>
   */
  VerificationResult verify(String credential);

  /**
   * Verifies the credential of an open stream again. A result may be cached for longer than for a
   * new request, but not so long that a revocation takes effect too late.
   *
   * @param credential the token without its scheme, or the API key
   * @return the result, as of {@link #verify}
   */
  default VerificationResult again(String credential) {
    return verify(credential);
  }

  /**
   * Returns whether the authorization server is unavailable, so that no client can get a token: a
   * request without a credential then receives 503 instead of a challenge. Never blocks.
   *
   * @return the reason; empty if the authorization server is available
   */
  default Optional<VerificationResult.Unavailable> unavailability() {
    return Optional.empty();
  }

  /**
   * Checks by its format alone whether this verifier is responsible for a credential; no other
   * verifier is then called.
   *
   * @param credential the token without its scheme, or the API key
   * @return false if the format is not specific to this verifier; the verifiers are then tried in
   *     order
   */
  default boolean isResponsibleFor(String credential) {
    return false;
  }
}
