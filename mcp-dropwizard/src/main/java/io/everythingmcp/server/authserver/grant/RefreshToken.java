package io.everythingmcp.server.authserver.grant;

/**
 * What a refresh token stands for.
 *
 * @param installation the grant, which knows the rest
 * @param clientId who may use it
 * @param use names the one use; empty as long as there was none
 */
record RefreshToken(String installation, String clientId, String use) {

  RefreshToken used(String by) {
    return use.isEmpty() ? new RefreshToken(installation, clientId, by) : this;
  }

  @Override
  public String toString() {
    return "RefreshToken[" + clientId + "]";
  }
}
