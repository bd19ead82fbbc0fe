package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A new task is listed. */
@ConformanceCheck(
    id = "tasks/task-listed",
    title = "A new task is in the list of tasks",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "task-listing",
    requires = {ServerPrerequisite.TASKS, ServerPrerequisite.TOOL_SHORT_TASK})
final class TaskListed implements Scenario {
  private static final int PAGES = 50;

  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    probe.assumeThat(session.declares("tasks.list"), "the server does not list tasks");
    String id = TaskAugmentedSteps.startedTaskId(probe, session, ToolRole.SHORT_TASK);
    String params = "{}";
    for (int page = 0; page < PAGES; page++) {
      JsonNode result = session.callMethod("tasks/list", params).result();
      for (JsonNode task : result.path("tasks")) {
        if (task.path("taskId").asText().equals(id)) {
          return;
        }
      }
      if (!result.path("nextCursor").isTextual()) {
        break;
      }
      params = JsonTrees.object("{}").put("cursor", result.get("nextCursor").asText()).toString();
    }
    probe.expect(false, "the task " + id + " in the list", "it is not there");
  }
}
