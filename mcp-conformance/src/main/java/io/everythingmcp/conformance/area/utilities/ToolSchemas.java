package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.FeatureLists;

/** The input schema is that of an object. */
@ConformanceCheck(
    id = "utilities/tool-schemas",
    title = "The schema of a tool's arguments is that of an object",
    specification = SpecificationLinks.TOOLS + "tool",
    requires = ServerPrerequisite.TOOLS)
final class ToolSchemas implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    for (JsonNode tool : FeatureLists.tools(probe.client())) {
      JsonNode type = tool.at("/inputSchema/type");
      probe.expect(type.asText().equals("object"), "inputSchema with type \"object\"", tool);
    }
  }
}
