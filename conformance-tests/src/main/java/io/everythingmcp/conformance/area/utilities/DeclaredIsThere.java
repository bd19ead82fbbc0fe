package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.util.List;

/** What is declared is there. */
@Check(
    id = "utilities/declared-is-there",
    title = "The lists of what a server declared are answered",
    rule = Spec.LIFECYCLE + "capability-negotiation")
final class DeclaredIsThere implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    for (String capability : List.of("tools", "resources", "prompts")) {
      if (talk.declares(capability)) {
        Reply reply = talk.ask(capability + "/list");
        probe.expect(reply.result().path(capability).isArray(), "a list of " + capability, reply);
      }
    }
  }
}
