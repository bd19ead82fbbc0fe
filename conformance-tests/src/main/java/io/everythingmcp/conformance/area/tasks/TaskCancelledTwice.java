package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** What is over cannot be called off. */
@Check(
    id = "tasks/cancelled-twice",
    title = "Cancelling a task that is over is refused with -32602",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "task-cancellation",
    needs = {Need.TASKS, Need.TOOL_TASK})
final class TaskCancelledTwice implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    probe.onlyIf(session.declares("tasks.cancel"), "the server does not cancel tasks");
    String id = Work.begun(probe, session, Role.TASK);
    Work.ask(session, "tasks/cancel", id);
    Reply reply = Work.ask(session, "tasks/cancel", id);
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
