package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Lists;

/** Arguments are an object. */
@Check(
    id = "utilities/tool-schemas",
    title = "The schema of a tool's arguments is that of an object",
    rule = Spec.TOOLS + "tool",
    needs = Need.TOOLS)
final class ToolSchemas implements Scenario {
  @Override
  public void run(Probe probe) {
    for (JsonNode tool : Lists.tools(probe.talk())) {
      JsonNode type = tool.at("/inputSchema/type");
      probe.expect(type.asText().equals("object"), "inputSchema with type \"object\"", tool);
    }
  }
}
