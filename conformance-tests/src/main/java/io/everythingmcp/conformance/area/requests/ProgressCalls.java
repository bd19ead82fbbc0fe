package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** A call that tells its progress. */
final class ProgressCalls {
  private ProgressCalls() {}

  /** What was told, and then the answer. */
  static McpResponse call(ScenarioContext probe, SuiteClient talk, Object token) {
    return talk.send(talk.post(probe.tool(ToolRole.PROGRESS).message(talk.nextId(), token)));
  }

  static List<JsonNode> told(McpResponse reply) {
    return reply.before("notifications/progress");
  }

  static List<JsonNode> some(ScenarioContext probe, McpResponse reply) {
    List<JsonNode> told = told(reply);
    probe.assumeThat(!told.isEmpty(), "no progress is told on the stream of the request");
    return told;
  }
}
