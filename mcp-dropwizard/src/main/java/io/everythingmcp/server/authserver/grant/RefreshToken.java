package io.everythingmcp.server.authserver.grant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Stored refresh token.
 *
 * @param grantId id of the grant
 * @param clientId client to which it was issued
 * @param use id of the use; empty before it
 */
record RefreshToken(@JsonProperty("installation") String grantId, String clientId, String use) {

  RefreshToken used(String by) {
    return use.isEmpty() ? new RefreshToken(grantId, clientId, by) : this;
  }

  @Override
  public String toString() {
    return "RefreshToken[" + clientId + "]";
  }
}
