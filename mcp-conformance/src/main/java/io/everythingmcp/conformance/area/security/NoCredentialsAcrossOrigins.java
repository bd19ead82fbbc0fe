package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A foreign origin cannot use stored credentials. */
@ConformanceCheck(
    id = "security/no-credentials-across-origins",
    title = "A foreign origin is not allowed to send credentials of a browser",
    level = RequirementLevel.SHOULD,
    specification = "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials")
final class NoCredentialsAcrossOrigins implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse response = CorsPreflight.from(probe, "https://evil.example");
    String origin = String.valueOf(response.header("Access-Control-Allow-Origin"));
    String credentials = response.header("Access-Control-Allow-Credentials");
    probe.expect(
        !("true".equals(credentials) && origin.equals("https://evil.example")),
        "no Access-Control-Allow-Credentials for an arbitrary origin",
        "Access-Control-Allow-Origin: " + origin);
  }
}
