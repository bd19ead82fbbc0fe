package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** Invalid JSON is rejected. */
@ConformanceCheck(
    id = "errors/malformed-json",
    title = "Invalid JSON returns 400, and -32700 if with an error at all",
    level = RequirementLevel.SHOULD,
    specification = "https://www.jsonrpc.org/specification#error_object")
final class MalformedJson implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = MalformedBodies.body(probe, "{\"jsonrpc\":\"2.0\",\"id\":1,");
    probe.expect(reply.status() == 400, "HTTP 400", reply);
    probe.expect(reply.code() == -32700 || reply.message().isMissingNode(), "error -32700", reply);
  }
}
