package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A call must name a tool. */
@ConformanceCheck(
    id = "errors/call-without-name",
    title = "A call that does not name a tool is refused",
    specification = SpecificationLinks.TOOLS + "error-handling",
    requires = ServerPrerequisite.TOOLS)
final class CallWithoutName implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().callMethod("tools/call", "{'arguments':{}}");
    probe.expect(reply.message().has("error"), "a JSON-RPC error", reply);
    probe.expect(reply.status() < 500, "no status 5xx", reply);
  }
}
