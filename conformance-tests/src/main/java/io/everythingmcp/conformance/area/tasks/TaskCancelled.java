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

/** A task can be called off. */
@Check(
    id = "tasks/cancelled",
    title = "A task that is cancelled has the status cancelled and keeps it",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "task-cancellation",
    needs = {Need.TASKS, Need.TOOL_TASK})
final class TaskCancelled implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    probe.onlyIf(session.declares("tasks.cancel"), "the server does not cancel tasks");
    String id = Work.begun(probe, session, Role.TASK);
    Reply reply = Work.ask(session, "tasks/cancel", id);
    String status = reply.result().path("status").asText();
    probe.expect(status.equals("cancelled"), "the status cancelled", reply);
    String later = Work.status(session, id);
    probe.expect(later.equals("cancelled"), "the status cancelled afterwards", later);
  }
}
