package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import java.util.List;

/** Scopes that a server names are of use: somewhere a token that lacks them is refused. */
@Check(
    id = "oauth/scope-enforced",
    title = "A token with one scope only is refused somewhere",
    level = Level.SHOULD,
    since = Revision.R2025_06_18,
    rule = Spec.AUTHORIZATION + "error-handling",
    needs = {Need.PROTECTION, Need.LOGIN, Need.TOOLS})
final class ScopeEnforced implements Scenario {
  @Override
  public void run(Probe probe) {
    List<String> scopes = List.of(Found.scope(probe).split(" ", -1));
    probe.onlyIf(scopes.size() > 1, "the server names one scope only");
    boolean refused =
        scopes.stream()
            .map(scope -> Found.flow(probe).tokens(scope).path("access_token").asText())
            .anyMatch(token -> refuses(probe, Caller.token("one scope", token)));
    probe.expect(
        refused,
        "HTTP 403 for a token that has only one of the scopes " + scopes,
        "every request was served, whichever scope the token had");
  }

  private static boolean refuses(Probe probe, Caller caller) {
    Talk talk;
    try {
      talk = probe.talkAs(caller);
    } catch (AssertionError refusedHandshake) {
      return true;
    }
    return isRefused(talk.asking("tools/list", "{}").send())
        || isRefused(talk.calling(probe.harmlessTool()).send());
  }

  private static boolean isRefused(RawResponse response) {
    response.text();
    return response.status() == 403;
  }
}
