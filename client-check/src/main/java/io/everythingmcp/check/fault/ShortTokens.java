package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.EndpointKind;

/**
 * Access tokens that expire after some seconds. The second refresh gets 503 once; after the third
 * one the login has ended.
 */
final class ShortTokens implements RunFault {
  private static final String DEAD = "Bearer expired";

  private int refreshes;
  private boolean busy;
  private boolean ended;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.endpoint() == EndpointKind.TOKEN) {
      token(call, scene);
    } else if (call.endpoint().takesMessages() && call.token().isPresent()) {
      String token = call.token().get();
      if (scene.tokens().goodUntil(token).orElse(Long.MAX_VALUE) <= scene.now()) {
        call.headers().put("Authorization", DEAD);
        call.fault("P07");
        scene.provoked(
            "P07", call.n(), FaultDetails.of("token", scene.redacted("access-token", token)));
      }
    }
  }

  private void token(RunCall call, FaultScene scene) {
    boolean refresh = call.text().contains("grant_type=refresh_token");
    if (!refresh) {
      ended = false;
      return;
    }
    if (refreshes == 1 && !busy) {
      busy = true;
      call.replaceResponse(
          "P63",
          ReplacementResponse.json(
                  503,
                  "{\"error\":\"temporarily_unavailable\",\"error_description\":\"Try again\"}")
              .with("Retry-After", "1"));
      scene.provoked("P63", call.n(), FaultDetails.of("status", "503"));
      return;
    }
    if (ended || ++refreshes > 2) {
      ended = true;
      refreshes = 0;
      busy = false;
      call.replaceResponse(
          "P07",
          ReplacementResponse.json(
                  400,
                  "{\"error\":\"invalid_grant\",\"error_description\":\"The login has ended\"}")
              .with("Cache-Control", "no-store"));
      scene.tokens().endAll(scene.now());
      scene.provoked("P07", call.n(), FaultDetails.of("cause", "revoked"));
    }
  }
}
