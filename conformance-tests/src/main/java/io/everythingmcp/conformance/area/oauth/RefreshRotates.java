package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A refresh token of a public client is good for one refresh. */
@Check(
    id = "oauth/refresh-rotates",
    title = "Refreshing gives another refresh token to a public client, and the old one is refused",
    since = Revision.R2025_03_26,
    rule = Spec.AUTH_SECURITY + "token-theft",
    needs = {Need.PROTECTION, Need.LOGIN})
final class RefreshRotates implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.flow(probe);
    String first = flow.tokens(Found.scope(probe)).path("refresh_token").asText();
    probe.onlyIf(!first.isEmpty(), "the authorization server gives no refresh token");
    Reply refreshed = flow.token(flow.refresh(first));
    probe.expect(refreshed.message().has("access_token"), "a token", refreshed);
    String second = refreshed.message().path("refresh_token").asText();
    probe.expect(!second.isEmpty() && !second.equals(first), "another refresh token", "the same");
    Reply again = flow.token(flow.refresh(first));
    probe.expect(
        again.status() == 400 && !again.message().has("access_token"),
        "HTTP 400 for the old refresh token",
        "HTTP " + again.status());
  }
}
