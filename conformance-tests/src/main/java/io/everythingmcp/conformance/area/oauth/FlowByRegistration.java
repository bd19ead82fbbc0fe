package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** From nothing to a conversation. */
@Check(
    id = "oauth/flow-by-registration",
    title = "A client that registers itself gets a token, and the server accepts it",
    since = Revision.R2025_03_26,
    rule = Spec.AUTHORIZATION + "authorization-flow-steps",
    needs = {Need.PROTECTION, Need.LOGIN})
final class FlowByRegistration implements Scenario {
  @Override
  public void run(Probe probe) {
    JsonNode tokens = Found.flow(probe).tokens(Found.scope(probe));
    probe.expect(
        tokens.path("token_type").asText().equalsIgnoreCase("Bearer"), "a bearer token", "another");
    Caller caller = Caller.token("new", tokens.path("access_token").asText());
    Reply reply =
        Session.initialize(
            probe.anonymous().with(caller.headers()), probe.path(), "2025-11-25", "{}");
    probe.expect(reply.status() != 401 && reply.status() != 403, "that the token lets in", reply);
  }
}
