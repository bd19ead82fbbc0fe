package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** Who does not know tasks does not ask about them. */
@Check(
    id = "tasks/extension-undeclared-get",
    title = "tasks/get of a client that did not declare the extension is refused with -32021",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "capabilities",
    needs = Need.TASKS)
final class ExtensionUndeclaredGet implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Extension.ask(probe.talk(), "tasks/get", "some-task");
    probe.expect(reply.code() == -32021, "error -32021", reply);
  }
}
