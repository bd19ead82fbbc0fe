package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** What can be asked about is in the list. */
@Check(
    id = "tasks/listed",
    title = "A task that was just made is in the list of tasks",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "task-listing",
    needs = {Need.TASKS, Need.TOOL_SHORT_TASK})
final class TaskListed implements Scenario {
  private static final int PAGES = 50;

  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    probe.onlyIf(session.declares("tasks.list"), "the server does not list tasks");
    String id = Work.begun(probe, session, Role.SHORT_TASK);
    String params = "{}";
    for (int page = 0; page < PAGES; page++) {
      JsonNode result = session.ask("tasks/list", params).result();
      for (JsonNode task : result.path("tasks")) {
        if (task.path("taskId").asText().equals(id)) {
          return;
        }
      }
      if (!result.path("nextCursor").isTextual()) {
        break;
      }
      params = Json.object("{}").put("cursor", result.get("nextCursor").asText()).toString();
    }
    probe.expect(false, "the task " + id + " in the list", "it is not there");
  }
}
