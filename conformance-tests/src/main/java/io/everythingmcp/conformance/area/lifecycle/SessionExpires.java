package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.time.Duration;

/** A session that nobody uses ends by itself. */
@Check(
    id = "lifecycle/session-expires",
    title = "A session that was not used for the time the server names is answered with 404",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "session-management",
    needs = {Need.SESSION_ID, Need.SESSION_TIMEOUT})
final class SessionExpires implements Scenario {
  private static final Duration SLACK = Duration.ofSeconds(2);

  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    probe.pause(probe.profile().server().sessionTimeout().orElseThrow().plus(SLACK));
    Reply reply = session.ask("ping");
    probe.expect(reply.status() == 404, "404", reply);
  }
}
