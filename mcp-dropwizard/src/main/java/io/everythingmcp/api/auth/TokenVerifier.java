package io.everythingmcp.api.auth;

import java.util.Optional;

/**
 * Finds out what a credential is worth. There is one for each way to authenticate; the filter in
 * front of the endpoints does not know which.
 */
@FunctionalInterface
public interface TokenVerifier {

  /**
   * Verifies a credential as it was sent: signature or existence, issuer, audience, lifetime,
   * revocation. May wait for the network, a few seconds at most. Never throws: a verifier that
   * cannot know says so.
   *
   * @param credential a bearer token without its scheme, or an API key
   */
  VerificationResult verify(String credential);

  /**
   * Verifies a credential again on whose behalf something is still open. What is remembered of it
   * may be older than a new request may find it, but not so old that a revocation is noticed too
   * late.
   */
  default VerificationResult again(String credential) {
    return verify(credential);
  }

  /**
   * Whether nobody could get a credential now, because who gives them is away: then a request
   * without one is answered with 503 instead of a challenge that leads nowhere. Must not wait.
   */
  default Optional<VerificationResult.Unavailable> unavailability() {
    return Optional.empty();
  }

  /**
   * Whether this verifier is the one for a credential, by its shape alone: then no other one is
   * asked. A verifier that cannot tell says no, and is asked in turn.
   */
  default boolean isResponsibleFor(String credential) {
    return false;
  }
}
