package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A session id is no credential. */
@Check(
    id = "isolation/no-credentials-post",
    title = "A request in a session without credentials is refused with 401",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.AUTHORIZATION + "token-requirements",
    needs = {Need.PROTECTION, Need.SESSION_ID})
final class NoCredentialsPost implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.session().by(probe.anonymous()).ask("tools/list");
    probe.expect(reply.status() == 401, "HTTP 401", reply);
  }
}
