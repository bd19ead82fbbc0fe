package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import java.util.Set;

/** One address of the provider. */
public interface IdpEndpoint {
  /** The methods it knows; HEAD comes with GET. */
  Set<String> methods();

  /** Answers a request with one of them. */
  IdpResponse serve(IdpRequest request);
}
