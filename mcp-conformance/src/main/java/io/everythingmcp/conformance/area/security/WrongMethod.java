package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.nio.charset.StandardCharsets;

/** The endpoint supports only its HTTP methods. */
@ConformanceCheck(
    id = "security/wrong-method",
    title = "PUT on the endpoint is refused",
    level = RequirementLevel.SHOULD,
    specification = "https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed")
final class WrongMethod implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse response =
        probe
            .rawClient()
            .request("PUT", probe.path())
            .header("Content-Type", "application/json")
            .body("{}".getBytes(StandardCharsets.UTF_8))
            .send();
    response.text();
    probe.expect(response.status() / 100 == 4, "HTTP 405", response);
  }
}
