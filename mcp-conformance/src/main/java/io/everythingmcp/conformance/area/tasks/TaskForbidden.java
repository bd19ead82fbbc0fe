package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SchemaSampleValues;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Task support is declared per tool. */
@ConformanceCheck(
    id = "tasks/task-forbidden",
    title = "A tool without task support is refused with -32601 when called as a task",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TASKS + "tool-level-negotiation",
    requires = ServerPrerequisite.TASKS)
final class TaskForbidden implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    JsonNode tool =
        probe.lists().tools().stream()
            .filter(t -> t.at("/execution/taskSupport").asText("forbidden").equals("forbidden"))
            .findFirst()
            .orElseThrow(() -> new NotApplicableException("all tools can run as tasks"));
    StatefulClient session = probe.session();
    ToolCall call =
        new ToolCall(tool.path("name").asText(), SchemaSampleValues.of(tool.path("inputSchema")));
    ObjectNode message = call.message(session.nextId());
    message.withObject("/params/task").put("ttl", 60_000);
    McpResponse reply = session.send(session.post(message));
    probe.expect(reply.code() == -32601, "error -32601", reply);
  }
}
