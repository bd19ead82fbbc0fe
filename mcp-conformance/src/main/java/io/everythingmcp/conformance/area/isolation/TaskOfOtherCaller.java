package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A task can be read by its owner only. */
@ConformanceCheck(
    id = "isolation/task-of-other-caller",
    title = "A task of another caller does not exist",
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "task-isolation-and-access-control",
    requires = {
      ServerPrerequisite.SECOND_CALLER,
      ServerPrerequisite.TASKS,
      ServerPrerequisite.TOOL_SHORT_TASK
    })
final class TaskOfOtherCaller implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient mine = probe.client(IsolationTasks.DECLARED);
    String id = IsolationTasks.start(probe, mine);
    SuiteClient theirs = probe.secondClient(IsolationTasks.DECLARED);
    McpResponse foreign = IsolationTasks.get(theirs, id);
    probe.expect(foreign.refused(), "an error, as for a task that does not exist", foreign);
    McpResponse own = IsolationTasks.get(mine, id);
    probe.expect(own.hasResult(), "the task for its owner", own);
  }
}
