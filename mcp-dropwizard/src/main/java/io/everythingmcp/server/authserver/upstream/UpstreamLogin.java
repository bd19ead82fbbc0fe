package io.everythingmcp.server.authserver.upstream;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;

/**
 * A login that has begun.
 *
 * @param state brings the browser back to where it was
 * @param nonce ties the ID token to this login
 * @param verifier ties the code to this login (PKCE)
 */
public record UpstreamLogin(String state, String nonce, String verifier) {

  /** A new one. */
  public static UpstreamLogin begin() {
    return new UpstreamLogin(
        RandomSecrets.random(), RandomSecrets.random(), RandomSecrets.random());
  }

  @Override
  public String toString() {
    return "UpstreamLogin";
  }
}
