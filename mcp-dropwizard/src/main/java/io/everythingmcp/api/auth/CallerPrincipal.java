package io.everythingmcp.api.auth;

import io.everythingmcp.api.CallerIdentity;
import java.security.Principal;

/**
 * What an {@code Authenticator} of the operator's gives when it knows more of a caller than a name:
 * scopes, a tenant, when the authentication ends.
 */
public interface CallerPrincipal extends Principal {

  /** The caller. */
  CallerIdentity caller();

  @Override
  default String getName() {
    return caller().subject().orElse("");
  }
}
