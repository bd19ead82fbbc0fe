package io.everythingmcp.server.auth;

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
  Verdict verify(String credential);
}
