package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.oauth.KnownClient;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A code is worth nothing to who only knows the name of a client. */
@Check(
    id = "oauth/secret-checked",
    title = "A client with a wrong secret gets no token, and is told invalid_client",
    since = Revision.R2025_03_26,
    rule = Spec.REGISTRATION + "pre-registration",
    needs = {Need.PROTECTION, Need.LOGIN, Need.KNOWN_CLIENT})
final class SecretChecked implements Scenario {
  @Override
  public void run(Probe probe) {
    KnownClient client = Found.client(probe);
    probe.onlyIf(client.secret() != null, "the client has no secret");
    Flow flow = Found.known(probe);
    String code = flow.code(Found.scope(probe));
    Flow thief =
        Flow.of(
            probe.anonymous(),
            Found.server(probe),
            flow.login(),
            client.withSecret("not-" + client.secret()));
    Reply reply = thief.token(flow.exchange(code));
    probe.expect(
        reply.status() == 401 && reply.message().path("error").asText().equals("invalid_client"),
        "HTTP 401 with invalid_client",
        reply);
  }
}
