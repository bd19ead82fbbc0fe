package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** A code is good for whoever began. */
@Check(
    id = "oauth/verifier-checked",
    title = "A code with another verifier than the one it was begun with is refused",
    since = Revision.R2025_03_26,
    rule = Spec.AUTH_SECURITY + "authorization-code-protection",
    needs = {Need.PROTECTION, Need.LOGIN})
final class VerifierChecked implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Map<String, String> exchange = flow.exchange(flow.code(Found.scope(probe)));
    exchange.put("code_verifier", "x".repeat(43));
    Reply reply = flow.token(exchange);
    probe.expect(reply.status() == 400 && !reply.message().has("access_token"), "HTTP 400", reply);
  }
}
