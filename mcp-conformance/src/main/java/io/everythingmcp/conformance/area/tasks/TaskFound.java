package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A new task is returned by tasks/get. */
@ConformanceCheck(
    id = "tasks/task-found",
    title = "tasks/get returns a new task with the same id, a status and its ttl",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "getting-tasks",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class TaskFound implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    String id = TaskAugmentedSteps.startedTaskId(probe, session, ToolRole.SHORT_TASK);
    McpResponse reply = TaskAugmentedSteps.callMethod(session, "tasks/get", id);
    probe.expect(reply.result().path("taskId").asText().equals(id), "the task " + id, reply);
    probe.expect(reply.result().path("status").isTextual(), "its status", reply);
    probe.expect(reply.result().has("ttl"), "its ttl", reply);
  }
}
