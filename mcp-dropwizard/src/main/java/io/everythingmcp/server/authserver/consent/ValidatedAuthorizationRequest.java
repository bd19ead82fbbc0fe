package io.everythingmcp.server.authserver.consent;

import java.util.List;
import java.util.Set;

/**
 * Validated authorization request.
 *
 * @param clientId the client id
 * @param redirectUri the redirect URI
 * @param state returned unchanged; empty for none
 * @param challenge PKCE code challenge
 * @param scopes requested scopes
 * @param resources requested resources
 * @param local whether the client is native without a secret, so that any local program can
 *     impersonate it
 * @param again whether the user must consent even after a previous consent
 */
record ValidatedAuthorizationRequest(
    String clientId,
    String redirectUri,
    String state,
    String challenge,
    Set<String> scopes,
    List<String> resources,
    boolean local,
    boolean again) {
  /** Returns a copy with these scopes. */
  ValidatedAuthorizationRequest withScopes(Set<String> others) {
    return new ValidatedAuthorizationRequest(
        clientId, redirectUri, state, challenge, others, resources, local, again);
  }

  @Override
  public String toString() {
    return "ValidatedAuthorizationRequest[" + clientId + ", " + scopes + "]";
  }
}
