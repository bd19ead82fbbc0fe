package io.everythingmcp.server.authserver.upstream;

import io.everythingmcp.server.authserver.endpoint.RandomSecrets;

/**
 * A pending login.
 *
 * @param state state parameter
 * @param nonce binds the ID token to this login
 * @param verifier binds the code to this login (PKCE)
 */
public record UpstreamLogin(String state, String nonce, String verifier) {

  /** Creates a new login. */
  public static UpstreamLogin begin() {
    return new UpstreamLogin(
        RandomSecrets.random(), RandomSecrets.random(), RandomSecrets.random());
  }

  @Override
  public String toString() {
    return "UpstreamLogin";
  }
}
