package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** A code is good for one token. */
@Check(
    id = "oauth/code-once",
    title = "A code that was used already is refused",
    since = Revision.R2025_03_26,
    rule = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2",
    needs = {Need.PROTECTION, Need.LOGIN})
final class CodeOnce implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    Map<String, String> exchange = flow.exchange(flow.code(Found.scope(probe)));
    flow.token(exchange);
    Reply again = flow.token(exchange);
    probe.expect(
        again.status() == 400 && again.message().path("error").asText().equals("invalid_grant"),
        "HTTP 400 with invalid_grant",
        again);
  }
}
