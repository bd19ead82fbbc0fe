package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;

/** Messages below the level are not sent. */
@ConformanceCheck(
    id = "utilities/log-level-respected",
    title = "Messages below the level that was set are not sent",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LOGGING + "setting-log-level",
    requires = {ServerPrerequisite.LOGGING, ServerPrerequisite.TOOL_LOGGING})
final class LogLevelRespected implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    session.callMethod("logging/setLevel", "{'level':'emergency'}");
    McpResponse reply = session.call(probe.tool(ToolRole.LOGGING));
    List<JsonNode> logged = reply.before("notifications/message");
    probe.expect(logged.isEmpty(), "no message below emergency", logged);
  }
}
