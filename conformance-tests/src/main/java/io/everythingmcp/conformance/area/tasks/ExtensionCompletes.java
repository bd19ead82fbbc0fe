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

/** A task comes to its result. */
@Check(
    id = "tasks/extension-completes",
    title = "A task of the extension that is completed carries the result of the tool",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "getting-tasks",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class ExtensionCompletes implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Extension.DECLARED);
    String id = Extension.begun(probe, talk, Role.SHORT_TASK);
    Reply reply = Extension.over(probe, talk, id);
    probe.expect(
        reply.result().path("status").asText().equals("completed"), "the status completed", reply);
    probe.expect(
        reply.result().at("/result/content").isArray(), "the result of the tool in result", reply);
  }
}
