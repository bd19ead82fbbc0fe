package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.EndpointKind;

/**
 * After the first call with a token the authorization server is another one: tokens of the first
 * one are refused, and the metadata names the second one.
 */
final class MovedServer implements RunFault {
  private static final String SECOND = "as2";

  private boolean moved;
  private boolean noted;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.endpoint().takesMessages() && call.token().isPresent()) {
      message(call, scene);
    } else if (call.endpoint() == EndpointKind.TOKEN && call.server().equals(SECOND)) {
      call.look(
          response -> {
            String token = response.json().path("access_token").asText("");
            if (!token.isEmpty()) {
              scene.tokens().second(token);
            }
          });
    } else if (call.endpoint() == EndpointKind.RESOURCE_METADATA && moved) {
      call.look(
          response ->
              response.change(
                  json -> {
                    json.putArray("authorization_servers").add(scene.base() + "/as2");
                    call.fault("P17");
                  }));
    }
  }

  private void message(RunCall call, FaultScene scene) {
    if (scene.tokens().isSecond(call.token().orElseThrow())) {
      call.server(SECOND);
      return;
    }
    if (moved) {
      call.headers().put("Authorization", "Bearer of-another-server");
      call.fault("P17");
      if (!noted) {
        noted = true;
        scene.provoked("P17", call.n());
      }
    } else if (call.rpcMethod().equals("tools/call")) {
      call.look(response -> moved = moved || response.status() == 200);
    }
  }
}
