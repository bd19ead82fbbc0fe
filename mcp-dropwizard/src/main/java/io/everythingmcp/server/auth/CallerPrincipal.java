package io.everythingmcp.server.auth;

import io.everythingmcp.server.feature.Caller;
import java.security.Principal;

/**
 * What an {@code Authenticator} of the operator's gives when it knows more of a caller than a name:
 * scopes, a tenant, when the authentication ends.
 */
public interface CallerPrincipal extends Principal {

  /** The caller. */
  Caller caller();

  @Override
  default String getName() {
    return caller().subject().orElse("");
  }
}
