package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** Tokens are not kept on the way. */
@Check(
    id = "oauth/token-not-cached",
    title = "The answer with a token must not be stored",
    since = Revision.R2025_03_26,
    rule = "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
    needs = {Need.PROTECTION, Need.LOGIN})
final class TokenNotCached implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Reply reply = flow.token(flow.exchange(flow.code(Found.scope(probe))));
    probe.expect(reply.message().has("access_token"), "a token", "HTTP " + reply.status());
    String control = String.valueOf(reply.response().header("Cache-Control"));
    probe.expect(control.contains("no-store"), "Cache-Control: no-store", control);
  }
}
