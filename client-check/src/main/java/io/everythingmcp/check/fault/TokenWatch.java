package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.EndpointKind;

/** Records the access tokens that a run issues. */
final class TokenWatch {
  private static final int MILLIS = 1000;

  private TokenWatch() {}

  /** Reads the response of the token endpoint. */
  static void remember(RunCall call, FaultScene scene) {
    if (call.endpoint() == EndpointKind.TOKEN) {
      call.look(
          response -> {
            String token = response.json().path("access_token").asText("");
            if (!token.isEmpty()) {
              long seconds = response.json().path("expires_in").asLong(3600);
              scene.tokens().given(token, scene.now() + seconds * MILLIS);
            }
          });
    }
  }
}
