package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;

/** Tasks of either era. */
final class Tasks {
  static final String DECLARED = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";

  private Tasks() {}

  static String begin(Probe probe, Talk talk) {
    ToolCall call = probe.tool(Role.SHORT_TASK);
    ObjectNode message = call.message(talk.nextId());
    if (talk.revision().hasSessions()) {
      message.withObject("/params/task").put("ttl", 60_000);
    }
    JsonNode result = talk.send(talk.post(message)).result();
    String id = result.path("taskId").asText(result.at("/task/taskId").asText());
    probe.onlyIf(!id.isEmpty(), "the server made no task of the call");
    return id;
  }

  static Reply get(Talk talk, String id) {
    return talk.ask("tasks/get", Json.object("{}").put("taskId", id).toString());
  }
}
