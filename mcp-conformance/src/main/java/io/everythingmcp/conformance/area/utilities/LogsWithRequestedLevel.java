package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** Log messages are on the stream of the request. */
@ConformanceCheck(
    id = "utilities/logs-with-requested-level",
    title = "A request with a log level gets messages of that level on its own stream",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.REQUEST_LOGGING + "per-request-log-level",
    requires = {ServerPrerequisite.LOGGING, ServerPrerequisite.TOOL_LOGGING})
final class LogsWithRequestedLevel implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ObjectNode message = probe.tool(ToolRole.LOGGING).message(talk.nextId());
    message.withObject("/params/_meta").put("io.modelcontextprotocol/logLevel", "debug");
    McpResponse reply = talk.send(talk.post(message));
    List<JsonNode> logged = reply.before("notifications/message");
    probe.expect(!logged.isEmpty(), "notifications/message before the response", reply);
  }
}
