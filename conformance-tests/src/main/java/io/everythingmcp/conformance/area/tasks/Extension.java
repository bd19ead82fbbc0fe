package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.time.Duration;

/** Tasks of the extension. */
final class Extension {
  static final String DECLARED = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";

  private Extension() {}

  /** Calls a tool of which the server makes a task. */
  static Reply begin(Probe probe, Talk talk, Role role) {
    Reply reply = talk.call(probe.tool(role));
    probe.onlyIf(
        reply.result().path("resultType").asText().equals("task"),
        "the server made no task of the call");
    return reply;
  }

  static String begun(Probe probe, Talk talk, Role role) {
    return begin(probe, talk, role).result().path("taskId").asText();
  }

  static Reply ask(Talk talk, String method, String id) {
    return talk.ask(method, Json.object("{}").put("taskId", id).toString());
  }

  /** Waits until a task is over; gives what tasks/get says then. */
  static Reply over(Probe probe, Talk talk, String id) {
    long until = System.nanoTime() + probe.profile().server().patience().toNanos();
    while (true) {
      Reply reply = ask(talk, "tasks/get", id);
      String status = reply.result().path("status").asText();
      if (!status.equals("working") || System.nanoTime() > until) {
        return reply;
      }
      probe.pause(Duration.ofMillis(100));
    }
  }
}
