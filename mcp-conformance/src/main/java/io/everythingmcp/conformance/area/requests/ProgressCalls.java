package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** Calls with progress notifications. */
final class ProgressCalls {
  private ProgressCalls() {}

  /** Returns the response, with the earlier progress notifications. */
  static McpResponse call(ScenarioContext probe, SuiteClient talk, Object token) {
    return talk.send(talk.post(probe.tool(ToolRole.PROGRESS).message(talk.nextId(), token)));
  }

  static List<JsonNode> progress(McpResponse reply) {
    return reply.before("notifications/progress");
  }

  static List<JsonNode> some(ScenarioContext probe, McpResponse reply) {
    List<JsonNode> progress = progress(reply);
    probe.assumeThat(
        !progress.isEmpty(), "there is no progress notification on the stream of the request");
    return progress;
  }
}
