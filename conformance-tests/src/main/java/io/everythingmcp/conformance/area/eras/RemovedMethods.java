package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import java.util.Map;

/** Methods that are not there any more. */
@Check(
    id = "eras/removed-methods",
    title = "Methods that 2026-07-28 took away are answered with 404 and -32601",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "sending-messages")
final class RemovedMethods implements Scenario {
  private static final Map<String, String> REMOVED =
      Map.of(
          "ping", "{}",
          "logging/setLevel", "{'level':'info'}",
          "resources/subscribe", "{'uri':'test://none'}",
          "tasks/list", "{}");

  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    REMOVED.forEach(
        (method, params) -> {
          Reply reply = talk.ask(method, params);
          probe.expect(
              reply.status() == 404 && reply.code() == -32601,
              "HTTP 404 with error -32601 to " + method,
              reply);
        });
  }
}
