package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;

/** Tasks of either era. */
final class IsolationTasks {
  static final String DECLARED = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";

  private IsolationTasks() {}

  static String start(ScenarioContext probe, SuiteClient talk) {
    ToolCall call = probe.tool(ToolRole.SHORT_TASK);
    ObjectNode message = call.message(talk.nextId());
    if (talk.revision().hasSessions()) {
      message.withObject("/params/task").put("ttl", 60_000);
    }
    JsonNode result = talk.send(talk.post(message)).result();
    String id = result.path("taskId").asText(result.at("/task/taskId").asText());
    probe.assumeThat(!id.isEmpty(), "the server made no task of the call");
    return id;
  }

  static McpResponse get(SuiteClient talk, String id) {
    return talk.callMethod("tasks/get", JsonTrees.object("{}").put("taskId", id).toString());
  }
}
