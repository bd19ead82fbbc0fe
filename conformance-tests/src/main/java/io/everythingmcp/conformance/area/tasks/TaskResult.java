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
import io.everythingmcp.conformance.talk.Session;

/** The result of a task says which task it is of. */
@Check(
    id = "tasks/result",
    title = "tasks/result gives the result of the tool and says to which task it belongs",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "result-retrieval",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class TaskResult implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    String id = Work.begun(probe, session, Role.SHORT_TASK);
    probe.onlyIf(Work.over(probe, session, id), "the task takes more than half a minute");
    Reply reply = Work.ask(session, "tasks/result", id);
    probe.expect(reply.result().path("content").isArray(), "the result of the tool", reply);
    JsonNode related =
        reply.result().path("_meta").path("io.modelcontextprotocol/related-task").path("taskId");
    probe.expect(related.asText().equals(id), "the related task " + id + " in _meta", reply);
  }
}
