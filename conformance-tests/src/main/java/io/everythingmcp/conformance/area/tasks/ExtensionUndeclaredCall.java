package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** Who does not know tasks gets none. */
@Check(
    id = "tasks/extension-undeclared-call",
    title = "A client that did not declare the tasks extension gets no task",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "capabilities",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class ExtensionUndeclaredCall implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().call(probe.tool(Role.SHORT_TASK));
    String type = reply.result().path("resultType").asText();
    probe.expect(
        type.equals("complete") || reply.code() == -32021,
        "a result, or error -32021, and no task",
        reply);
  }
}
