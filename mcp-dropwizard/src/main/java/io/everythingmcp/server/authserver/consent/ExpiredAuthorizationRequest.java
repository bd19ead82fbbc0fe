package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;

/** Error page for an authorization request that is no longer pending. */
final class ExpiredAuthorizationRequest {
  private ExpiredAuthorizationRequest() {}

  static boolean waitsForConsent(PendingAuthorization pending) {
    return pending.stage() != PendingAuthorization.Stage.LOGIN;
  }

  static OAuthException refusal() {
    return OAuthException.invalidRequest(
            "This request is finished, has expired, or was started in another browser",
            SpecificationReference.rfc(6749, "10.12"))
        .titled("This sign-in is no longer valid: start again in the application");
  }
}
