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

/** A task can be asked about. */
@Check(
    id = "tasks/found",
    title = "tasks/get says of a task that was just made the same id, a status and its ttl",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "getting-tasks",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class TaskFound implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    String id = Work.begun(probe, session, Role.SHORT_TASK);
    Reply reply = Work.ask(session, "tasks/get", id);
    probe.expect(reply.result().path("taskId").asText().equals(id), "the task " + id, reply);
    probe.expect(reply.result().path("status").isTextual(), "its status", reply);
    probe.expect(reply.result().has("ttl"), "its ttl", reply);
  }
}
