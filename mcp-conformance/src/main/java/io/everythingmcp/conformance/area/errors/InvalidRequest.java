package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.util.List;

/** An invalid message is rejected. */
@ConformanceCheck(
    id = "errors/invalid-request",
    title = "JSON that is not a valid JSON-RPC message is refused",
    level = RequirementLevel.SHOULD,
    specification = "https://www.jsonrpc.org/specification#error_object")
final class InvalidRequest implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    for (String body : List.of("{\"id\":1}", "42", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}")) {
      McpResponse reply = MalformedBodies.body(probe, body);
      probe.expect(reply.refused(), "HTTP 400, or an error, to " + body, reply);
    }
  }
}
