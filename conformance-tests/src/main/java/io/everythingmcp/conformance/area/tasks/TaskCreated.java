package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.List;

/** A task begins with a description of it. */
@Check(
    id = "tasks/created",
    title = "A call as a task is answered with the task: id, status, times, ttl",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "creating-tasks",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class TaskCreated implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Work.begin(probe, probe.session(), Role.SHORT_TASK);
    JsonNode task = reply.result().path("task");
    for (String field : List.of("taskId", "status", "createdAt", "lastUpdatedAt")) {
      probe.expect(task.path(field).isTextual(), "task." + field, reply);
    }
    probe.expect(task.has("ttl"), "task.ttl, a number or null", reply);
  }
}
