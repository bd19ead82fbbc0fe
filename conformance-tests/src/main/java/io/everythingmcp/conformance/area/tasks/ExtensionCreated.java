package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.List;

/** A task of the extension is flat. */
@Check(
    id = "tasks/extension-created",
    title = "A task of the extension says its id, status, times and ttlMs in the result itself",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "creating-tasks",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class ExtensionCreated implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Extension.begin(probe, probe.talk(Extension.DECLARED), Role.SHORT_TASK);
    for (String field : List.of("taskId", "status", "createdAt", "lastUpdatedAt")) {
      probe.expect(reply.result().path(field).isTextual(), field + " in the result", reply);
    }
    probe.expect(reply.result().has("ttlMs"), "ttlMs, a number or null", reply);
  }
}
