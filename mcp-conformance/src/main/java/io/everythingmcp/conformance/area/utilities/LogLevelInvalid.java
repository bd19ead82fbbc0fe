package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown level is rejected. */
@ConformanceCheck(
    id = "utilities/log-level-invalid",
    title = "A log level that does not exist is refused with -32602",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LOGGING + "error-handling",
    requires = ServerPrerequisite.LOGGING)
final class LogLevelInvalid implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.session().callMethod("logging/setLevel", "{'level':'loud'}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
