package io.everythingmcp.idp.flow;

import com.nimbusds.jose.jwk.JWKSet;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.state.IdpKeys;
import java.util.Set;

/** Publishes the keys: the public halves. */
final class IdpJwksEndpoint implements IdpEndpoint {
  private final IdpKeys keys;

  IdpJwksEndpoint(IdpKeys keys) {
    this.keys = keys;
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET");
  }

  @Override
  public IdpResponse serve(IdpRequest request) {
    return IdpResponse.json(200, new JWKSet(keys.keys()).toString(true));
  }
}
