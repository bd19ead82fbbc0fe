package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;

/** What is said to a person whose request does not wait any more. */
final class Gone {
  private Gone() {}

  static boolean waitsForConsent(Pending pending) {
    return pending.stage() != Pending.Stage.LOGIN;
  }

  static Refusal refusal() {
    return Refusal.invalidRequest(
            "This request is finished, has expired, or began in another browser",
            Rule.rfc(6749, "10.12"))
        .titled("This sign-in is no longer valid: start again in the application");
  }
}
