package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** tasks/list returns the tasks of the caller only. */
@ConformanceCheck(
    id = "isolation/task-list-of-other-caller",
    title = "The list of tasks contains no task of another caller",
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "task-isolation-and-access-control",
    requires = {
      ServerPrerequisite.SECOND_CALLER,
      ServerPrerequisite.TASKS,
      ServerPrerequisite.TOOL_SHORT_TASK
    })
final class TaskListOfOtherCaller implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient mine = probe.client();
    probe.assumeThat(mine.declares("tasks.list"), "the server does not list tasks");
    String id = IsolationTasks.start(probe, mine);
    McpResponse list = probe.secondClient("{}").callMethod("tasks/list");
    probe.expect(!list.message().toString().contains(id), "a list without " + id, list);
  }
}
