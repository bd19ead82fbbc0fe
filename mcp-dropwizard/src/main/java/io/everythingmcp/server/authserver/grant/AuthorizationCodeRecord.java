package io.everythingmcp.server.authserver.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * Stored authorization code.
 *
 * @param grantId the grant
 * @param clientId client to which it was issued
 * @param redirectUri redirect URI of the request
 * @param challenge PKCE code challenge (S256)
 * @param scopes approved scopes
 * @param resources approved resources
 * @param use id of the redemption; empty before it
 */
record AuthorizationCodeRecord(
    @JsonProperty("installation") String grantId,
    String clientId,
    String redirectUri,
    String challenge,
    Set<String> scopes,
    List<String> resources,
    String use) {

  AuthorizationCodeRecord used(String redemption) {
    return use.isEmpty()
        ? new AuthorizationCodeRecord(
            grantId, clientId, redirectUri, challenge, scopes, resources, redemption)
        : this;
  }

  @Override
  public String toString() {
    return "Code[" + clientId + "]";
  }
}
