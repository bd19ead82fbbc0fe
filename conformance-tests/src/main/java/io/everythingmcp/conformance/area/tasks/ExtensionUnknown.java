package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A task that does not exist. */
@Check(
    id = "tasks/extension-unknown",
    title = "A task of the extension that does not exist is answered with -32602",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "getting-tasks",
    needs = Need.TASKS)
final class ExtensionUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Extension.ask(probe.talk(Extension.DECLARED), "tasks/get", "no-such-task-at-all");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
