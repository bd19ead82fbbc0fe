package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown resource is rejected. */
@ConformanceCheck(
    id = "errors/unknown-resource-stateless",
    title = "In 2026-07-28 a resource that does not exist returns -32602, and not -32002",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.R2026 + "server/resources#error-handling",
    requires = ServerPrerequisite.RESOURCES)
final class UnknownResourceStateless implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        probe.client().callMethod("resources/read", "{'uri':'conformance://none/at/all'}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
