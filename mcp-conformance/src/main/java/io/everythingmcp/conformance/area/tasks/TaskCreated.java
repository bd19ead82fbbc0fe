package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** The response contains the task. */
@ConformanceCheck(
    id = "tasks/task-created",
    title = "A call as a task returns the task: id, status, times, ttl",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "creating-tasks",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class TaskCreated implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = TaskAugmentedSteps.start(probe, probe.session(), ToolRole.SHORT_TASK);
    JsonNode task = reply.result().path("task");
    for (String field : List.of("taskId", "status", "createdAt", "lastUpdatedAt")) {
      probe.expect(task.path(field).isTextual(), "task." + field, reply);
    }
    probe.expect(task.has("ttl"), "task.ttl, a number or null", reply);
  }
}
