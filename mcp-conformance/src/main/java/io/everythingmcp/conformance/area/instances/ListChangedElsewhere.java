package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;

/** A change at one instance is notified by the other. */
@ConformanceCheck(
    id = "instances/list-changed-elsewhere",
    title = "A change at one instance is notified on a stream at the other",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TOOLS + "list-changed-notification",
    requires = {
      ServerPrerequisite.SECOND_INSTANCE,
      ServerPrerequisite.SESSION_ID,
      ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED,
      ServerPrerequisite.LIST_CHANGED
    })
final class ListChangedElsewhere implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient here = probe.session();
    ToolCall change = probe.toolListChange(here);
    StatefulClient there = here.by(probe.otherInstance(), probe.otherPath());
    SseStream stream = probe.open(there.get());
    here.call(change);
    boolean notified =
        stream
            .messageWithin(
                Duration.ofSeconds(3),
                m -> m.path("method").asText().endsWith("tools/list_changed"))
            .isPresent();
    probe.expect(notified, "notifications/tools/list_changed at the other instance", "nothing");
  }
}
