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

/** A task is there when its id is given away. */
@Check(
    id = "tasks/extension-found",
    title = "A task of the extension can be asked about at once, and the answer is complete",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "getting-tasks",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class ExtensionFound implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Extension.DECLARED);
    String id = Extension.begun(probe, talk, Role.SHORT_TASK);
    Reply reply = Extension.ask(talk, "tasks/get", id);
    probe.expect(reply.result().path("taskId").asText().equals(id), "the task " + id, reply);
    probe.expect(
        reply.result().path("resultType").asText().equals("complete"),
        "resultType \"complete\"",
        reply);
  }
}
