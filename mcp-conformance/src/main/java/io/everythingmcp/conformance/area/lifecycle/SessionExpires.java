package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;

/** An unused session expires. */
@ConformanceCheck(
    id = "lifecycle/session-expires",
    title = "A session that was not used for the configured time returns 404",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = {ServerPrerequisite.SESSION_ID, ServerPrerequisite.SESSION_TIMEOUT})
final class SessionExpires implements Scenario {
  private static final Duration SLACK = Duration.ofSeconds(2);

  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    probe.pause(probe.profile().server().sessionTimeout().orElseThrow().plus(SLACK));
    McpResponse reply = session.callMethod("ping");
    probe.expect(reply.status() == 404, "404", reply);
  }
}
