package io.everythingmcp.server.authserver.grant;

import java.util.List;
import java.util.Set;

/**
 * What an authorization code stands for.
 *
 * @param installation the grant
 * @param clientId who may redeem it
 * @param redirectUri where it was sent
 * @param challenge what the verifier must hash to (PKCE, S256)
 * @param scopes what the person agreed to
 * @param resources and where
 * @param use names the one redemption; empty as long as there was none
 */
record AuthorizationCodeRecord(
    String installation,
    String clientId,
    String redirectUri,
    String challenge,
    Set<String> scopes,
    List<String> resources,
    String use) {

  AuthorizationCodeRecord used(String redemption) {
    return use.isEmpty()
        ? new AuthorizationCodeRecord(
            installation, clientId, redirectUri, challenge, scopes, resources, redemption)
        : this;
  }

  @Override
  public String toString() {
    return "Code[" + clientId + "]";
  }
}
