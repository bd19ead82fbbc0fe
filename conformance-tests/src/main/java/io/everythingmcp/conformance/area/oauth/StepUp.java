package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Who may do little is told what would let them do more. */
@Check(
    id = "oauth/step-up",
    title = "A token with too few scopes is answered with 403 and the scopes that are needed",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    rule = Spec.AUTHORIZATION + "runtime-insufficient-scope-errors",
    needs = {Need.PROTECTION, Need.LOGIN, Need.TOOLS})
final class StepUp implements Scenario {
  @Override
  public void run(Probe probe) {
    String[] scopes = Found.scope(probe).split(" ", -1);
    probe.onlyIf(scopes.length > 1, "the server knows one scope only");
    JsonNode tokens = Found.flow(probe).tokens(scopes[0]);
    Caller caller = Caller.token("reader", tokens.path("access_token").asText());
    Talk talk = probe.talkAs(caller);
    RawResponse response = talk.calling(probe.harmlessTool()).send();
    probe.onlyIf(response.status() != 200, "the scope " + scopes[0] + " is enough for a call");
    response.text();
    String challenge = String.join(", ", response.headers("WWW-Authenticate"));
    probe.expect(response.status() == 403, "HTTP 403", response);
    probe.expect(
        challenge.contains("error=\"insufficient_scope\"") && challenge.contains("scope=\""),
        "insufficient_scope with the scopes that are needed",
        challenge);
  }
}
