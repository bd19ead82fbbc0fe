package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** Log messages require a requested level. */
@ConformanceCheck(
    id = "utilities/no-logs-without-level",
    title = "A request without a log level gets no log messages",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.REQUEST_LOGGING + "per-request-log-level",
    requires = ServerPrerequisite.TOOL_LOGGING)
final class NoLogsWithoutLevel implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().call(probe.tool(ToolRole.LOGGING));
    List<JsonNode> logged = reply.before("notifications/message");
    probe.expect(logged.isEmpty(), "no notifications/message", logged);
  }
}
