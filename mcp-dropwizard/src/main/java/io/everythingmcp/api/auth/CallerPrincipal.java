package io.everythingmcp.api.auth;

import io.everythingmcp.api.CallerIdentity;
import java.security.Principal;

/**
 * Principal of a custom Dropwizard {@code Authenticator} with more attributes than a name: scopes,
 * tenant, expiry.
 */
public interface CallerPrincipal extends Principal {

  /** {@return the identity of the caller} */
  CallerIdentity caller();

  @Override
  default String getName() {
    return caller().subject().orElse("");
  }
}
