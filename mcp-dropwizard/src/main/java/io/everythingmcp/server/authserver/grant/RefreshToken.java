package io.everythingmcp.server.authserver.grant;

/**
 * Stored refresh token.
 *
 * @param installation id of the grant
 * @param clientId client to which it was issued
 * @param use id of the use; empty before it
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
