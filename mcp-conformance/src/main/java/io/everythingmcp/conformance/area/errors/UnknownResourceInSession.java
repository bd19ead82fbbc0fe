package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown resource is rejected. */
@ConformanceCheck(
    id = "errors/unknown-resource-in-session",
    title = "In a session a resource that does not exist returns error -32002",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.RESOURCES + "error-handling",
    requires = ServerPrerequisite.RESOURCES)
final class UnknownResourceInSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        probe.session().callMethod("resources/read", "{'uri':'conformance://none/at/all'}");
    probe.expect(reply.code() == -32002, "error -32002", reply);
  }
}
