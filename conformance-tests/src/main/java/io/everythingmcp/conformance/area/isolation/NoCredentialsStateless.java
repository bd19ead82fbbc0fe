package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import java.util.List;

/** Each request shows who it is of. */
@Check(
    id = "isolation/no-credentials-stateless",
    title = "A request of 2026-07-28 without credentials is refused with 401",
    since = Revision.R2026_07_28,
    rule = Spec.AUTHORIZATION + "token-requirements",
    needs = Need.PROTECTION)
final class NoCredentialsStateless implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless().by(probe.anonymous(), probe.path());
    for (String method : List.of("tools/list", "prompts/list", "subscriptions/listen")) {
      Reply reply = talk.ask(method);
      probe.expect(reply.status() == 401, "HTTP 401 to " + method, reply);
    }
  }
}
