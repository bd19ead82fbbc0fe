package io.everythingmcp.conformance.area.tasks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;

/** Tasks of 2025-11-25. */
final class Work {
  private static final int POLLS = 200;

  private Work() {}

  /** Calls a tool as a task. */
  static Reply begin(Probe probe, Session session, Role role) {
    ToolCall call = probe.tool(role);
    String support =
        probe
            .lists()
            .tool(call.tool())
            .map(tool -> tool.at("/execution/taskSupport").asText())
            .orElse("");
    probe.onlyIf(
        support.equals("optional") || support.equals("required"),
        call.tool() + " does not say that it can run as a task");
    ObjectNode message = call.message(session.nextId());
    message.withObject("/params/task").put("ttl", 60_000);
    return session.send(session.post(message));
  }

  /** Calls a tool as a task, and gives the id of the task. */
  static String begun(Probe probe, Session session, Role role) {
    Reply reply = begin(probe, session, role);
    String id = reply.result().at("/task/taskId").asText();
    probe.expect(!id.isEmpty(), "a task, with a taskId", reply);
    return id;
  }

  static Reply ask(Session session, String method, String id) {
    return session.ask(method, Json.object("{}").put("taskId", id).toString());
  }

  static String status(Session session, String id) {
    return ask(session, "tasks/get", id).result().path("status").asText();
  }

  /** Waits until a task is over, though not for ever. */
  static boolean over(Probe probe, Session session, String id) {
    for (int i = 0; i < POLLS; i++) {
      String status = status(session, id);
      if (!status.equals("working") && !status.equals("input_required")) {
        return true;
      }
      probe.pause(Duration.ofMillis(150));
    }
    return false;
  }
}
