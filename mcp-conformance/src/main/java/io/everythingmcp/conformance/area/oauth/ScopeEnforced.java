package io.everythingmcp.conformance.area.oauth;

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
import java.util.List;

/** At least one operation requires another scope. */
@ConformanceCheck(
    id = "oauth/scope-enforced",
    title = "A token with one scope only is refused somewhere",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_06_18,
    specification = SpecificationLinks.AUTHORIZATION + "error-handling",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.LOGIN, ServerPrerequisite.TOOLS})
final class ScopeEnforced implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    List<String> scopes = List.of(OAuthPrerequisites.scope(probe).split(" ", -1));
    probe.assumeThat(scopes.size() > 1, "the server names one scope only");
    boolean refused =
        scopes.stream()
            .map(
                scope -> OAuthPrerequisites.flow(probe).tokens(scope).path("access_token").asText())
            .anyMatch(token -> refuses(probe, TestCaller.token("one scope", token)));
    probe.expect(
        refused,
        "HTTP 403 for a token that has only one of the scopes " + scopes,
        "every request was served, whichever scope the token had");
  }

  private static boolean refuses(ScenarioContext probe, TestCaller caller) {
    SuiteClient talk;
    try {
      talk = probe.clientAs(caller);
    } catch (AssertionError refusedHandshake) {
      return true;
    }
    return isRefused(talk.prepareRequest("tools/list", "{}").send())
        || isRefused(talk.calling(probe.harmlessTool()).send());
  }

  private static boolean isRefused(RawResponse response) {
    response.text();
    return response.status() == 403;
  }
}
