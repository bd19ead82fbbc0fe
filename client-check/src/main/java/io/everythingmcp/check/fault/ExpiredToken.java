package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The access tokens given so far are refused, as the ordinary server refuses one it cannot read.
 */
final class ExpiredToken implements RunFault {
  private boolean wanted;

  private ExpiredToken() {}

  static ExpiredToken onDemand() {
    return new ExpiredToken();
  }

  @Override
  public void provoke() {
    wanted = true;
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    TokenWatch.remember(call, scene);
    if (!call.endpoint().takesMessages() || call.token().isEmpty()) {
      return;
    }
    String token = call.token().get();
    if (wanted && scene.tokens().goodUntil(token).orElse(0) > scene.now()) {
      wanted = false;
      scene.tokens().endAll(scene.now());
      ObjectNode details = JsonNodeFactory.instance.objectNode();
      details.put("token", scene.redacted("access-token", token));
      scene.provoked("P07", call.n(), details);
    }
    if (scene.tokens().goodUntil(token).orElse(Long.MAX_VALUE) <= scene.now()) {
      call.headers().put("Authorization", "Bearer expired");
      call.fault("P07");
    }
  }
}
