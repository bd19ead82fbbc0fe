package io.everythingmcp.server.authserver.consent;

import java.util.List;
import java.util.Set;

/**
 * What a client asks a person for: an authorization request in which everything is right.
 *
 * @param clientId who asks
 * @param redirectUri where the answer goes
 * @param state goes back with it as it is; empty for none
 * @param challenge of PKCE
 * @param scopes what for
 * @param resources where
 * @param local whether the client has no secret and is on the machine of the person, so that any
 *     program there can claim to be it
 * @param again whether the person is to be asked even if they agreed before
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
  /** The same for these scopes. */
  ValidatedAuthorizationRequest withScopes(Set<String> others) {
    return new ValidatedAuthorizationRequest(
        clientId, redirectUri, state, challenge, others, resources, local, again);
  }

  @Override
  public String toString() {
    return "Ask[" + clientId + ", " + scopes + "]";
  }
}
