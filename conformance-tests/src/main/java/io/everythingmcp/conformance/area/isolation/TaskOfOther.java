package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;

/** A task is not looked at by somebody else. */
@Check(
    id = "isolation/task-of-other",
    title = "A task of somebody else does not exist",
    since = Revision.R2025_11_25,
    rule = Spec.TASKS + "task-isolation-and-access-control",
    needs = {Need.SECOND_CALLER, Need.TASKS, Need.TOOL_SHORT_TASK})
final class TaskOfOther implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk mine = probe.talk(Tasks.DECLARED);
    String id = Tasks.begin(probe, mine);
    Talk theirs = probe.secondTalk(Tasks.DECLARED);
    Reply foreign = Tasks.get(theirs, id);
    probe.expect(foreign.refused(), "an error, as for a task that does not exist", foreign);
    Reply own = Tasks.get(mine, id);
    probe.expect(own.hasResult(), "the task for its owner", own);
  }
}
