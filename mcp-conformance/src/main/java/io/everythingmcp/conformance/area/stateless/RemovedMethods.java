package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.Map;

/** Removed methods are unknown. */
@ConformanceCheck(
    id = "stateless/removed-methods",
    title = "Methods that 2026-07-28 removed return 404 and -32601",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "sending-messages")
final class RemovedMethods implements Scenario {
  private static final Map<String, String> REMOVED =
      Map.of(
          "ping", "{}",
          "logging/setLevel", "{'level':'info'}",
          "resources/subscribe", "{'uri':'test://none'}",
          "tasks/list", "{}");

  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    REMOVED.forEach(
        (method, params) -> {
          McpResponse reply = talk.callMethod(method, params);
          probe.expect(
              reply.status() == 404 && reply.code() == -32601,
              "HTTP 404 with error -32601 to " + method,
              reply);
        });
  }
}
