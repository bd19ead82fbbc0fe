package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;

/** Tasks of others are not listed. */
@Check(
    id = "isolation/tasks-listed",
    title = "The list of tasks holds none of somebody else",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "task-isolation-and-access-control",
    needs = {Need.SECOND_CALLER, Need.TASKS, Need.TOOL_SHORT_TASK})
final class TasksListed implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk mine = probe.talk();
    probe.onlyIf(mine.declares("tasks.list"), "the server does not list tasks");
    String id = Tasks.begin(probe, mine);
    Reply list = probe.secondTalk("{}").ask("tasks/list");
    probe.expect(!list.message().toString().contains(id), "a list without " + id, list);
  }
}
