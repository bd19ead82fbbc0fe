package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A server that is there says so. */
@Check(
    id = "lifecycle/ping",
    title = "A ping is answered with an empty result",
    until = Revision.R2025_11_25,
    rule =
        "https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/ping#behavior-requirements")
final class Ping implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.session().ask("ping");
    probe.expect(
        reply.result().isObject() && reply.result().size() == (reply.result().has("_meta") ? 1 : 0),
        "an empty object as result",
        reply);
  }
}
