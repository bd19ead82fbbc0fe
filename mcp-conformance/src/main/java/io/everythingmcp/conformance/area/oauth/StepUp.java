package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.TestCaller;

/** An insufficient_scope challenge contains the required scopes. */
@ConformanceCheck(
    id = "oauth/step-up",
    title = "A token with too few scopes returns 403 and the scopes that are needed",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.AUTHORIZATION + "runtime-insufficient-scope-errors",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN, ServerPrerequisite.TOOLS})
final class StepUp implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String[] scopes = OAuthPrerequisites.scope(probe).split(" ", -1);
    probe.assumeThat(scopes.length > 1, "the server supports only one scope");
    JsonNode tokens = OAuthPrerequisites.flow(probe).tokens(scopes[0]);
    TestCaller caller = TestCaller.token("reader", tokens.path("access_token").asText());
    SuiteClient talk = probe.clientAs(caller);
    RawResponse response = talk.calling(probe.harmlessTool()).send();
    probe.assumeThat(response.status() != 200, "the scope " + scopes[0] + " is enough for a call");
    response.text();
    String challenge = String.join(", ", response.headers("WWW-Authenticate"));
    probe.expect(response.status() == 403, "HTTP 403", response);
    probe.expect(
        challenge.contains("error=\"insufficient_scope\"") && challenge.contains("scope=\""),
        "insufficient_scope with the scopes that are needed",
        challenge);
  }
}
