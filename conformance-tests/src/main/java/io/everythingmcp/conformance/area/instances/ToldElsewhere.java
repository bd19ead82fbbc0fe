package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;

/** Changed here, told there. */
@Check(
    id = "instances/change",
    title = "A change that one instance makes is told on a stream at the other",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TOOLS + "list-changed-notification",
    needs = {Need.SECOND_INSTANCE, Need.SESSION_ID, Need.TOOL_CHANGES, Need.LIST_CHANGED})
final class ToldElsewhere implements Scenario {
  @Override
  public void run(Probe probe) {
    Session here = probe.session();
    ToolCall change = probe.change(here);
    Session there = here.by(probe.otherInstance(), probe.otherPath());
    SseStream stream = probe.open(there.get());
    here.call(change);
    boolean told =
        stream
            .messageWithin(
                Duration.ofSeconds(3),
                m -> m.path("method").asText().endsWith("tools/list_changed"))
            .isPresent();
    probe.expect(told, "notifications/tools/list_changed at the other instance", "nothing");
  }
}
