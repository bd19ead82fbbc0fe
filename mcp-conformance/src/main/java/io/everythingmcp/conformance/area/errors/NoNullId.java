package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unreadable id is omitted. */
@ConformanceCheck(
    id = "errors/no-null-id",
    title = "An error for a message whose id could not be read has no id, rather than null",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.STATELESS + "error-responses")
final class NoNullId implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = MalformedBodies.body(probe, "{\"jsonrpc\":\"2.0\",\"id\":");
    probe.assumeThat(reply.message().has("error"), "the response is not a JSON-RPC error");
    probe.expect(!reply.message().has("id"), "no id", reply);
  }
}
