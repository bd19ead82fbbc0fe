package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A resource that does not exist. */
@Check(
    id = "errors/unknown-resource-stateless",
    title = "In 2026-07-28 a resource that does not exist is answered with -32602, and not -32002",
    since = Revision.R2026_07_28,
    rule = Spec.R2026 + "server/resources#error-handling",
    needs = Need.RESOURCES)
final class ResourceUnknownStateless implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().ask("resources/read", "{'uri':'conformance://none/at/all'}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
