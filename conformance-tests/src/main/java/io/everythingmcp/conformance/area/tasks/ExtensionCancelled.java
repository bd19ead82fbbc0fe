package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import java.util.List;

/** Calling a task off is always acknowledged. */
@Check(
    id = "tasks/extension-cancelled",
    title = "Cancelling a task of the extension is acknowledged, a second time too",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "cancelling-tasks",
    needs = {Need.TASKS, Need.TOOL_TASK})
final class ExtensionCancelled implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Extension.DECLARED);
    String id = Extension.begun(probe, talk, Role.TASK);
    for (String time : List.of("first", "second")) {
      Reply reply = Extension.ask(talk, "tasks/cancel", id);
      probe.expect(reply.hasResult(), "an acknowledgement the " + time + " time", reply);
      Extension.over(probe, talk, id);
    }
  }
}
