package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Samples;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;

/** Not each tool can run as a task. */
@Check(
    id = "tasks/forbidden",
    title = "A tool that does not run as a task is refused with -32601 when called as one",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "tool-level-negotiation",
    needs = Need.TASKS)
final class TaskForbidden implements Scenario {
  @Override
  public void run(Probe probe) {
    JsonNode tool =
        probe.lists().tools().stream()
            .filter(t -> t.at("/execution/taskSupport").asText("forbidden").equals("forbidden"))
            .findFirst()
            .orElseThrow(() -> new NotApplicable("all tools can run as tasks"));
    Session session = probe.session();
    ToolCall call = new ToolCall(tool.path("name").asText(), Samples.of(tool.path("inputSchema")));
    ObjectNode message = call.message(session.nextId());
    message.withObject("/params/task").put("ttl", 60_000);
    Reply reply = session.send(session.post(message));
    probe.expect(reply.code() == -32601, "error -32601", reply);
  }
}
