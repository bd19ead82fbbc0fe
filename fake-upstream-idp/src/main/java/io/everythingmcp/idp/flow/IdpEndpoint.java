package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import java.util.Set;

/** One endpoint of the provider. */
public interface IdpEndpoint {
  /** The supported HTTP methods; GET includes HEAD. */
  Set<String> methods();

  /** Returns the response to a request with one of these methods. */
  IdpResponse serve(IdpRequest request);
}
