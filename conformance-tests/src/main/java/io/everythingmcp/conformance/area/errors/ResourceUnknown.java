package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A resource that does not exist. */
@Check(
    id = "errors/unknown-resource",
    title = "In a session a resource that does not exist is answered with error -32002",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.RESOURCES + "error-handling",
    needs = Need.RESOURCES)
final class ResourceUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.session().ask("resources/read", "{'uri':'conformance://none/at/all'}");
    probe.expect(reply.code() == -32002, "error -32002", reply);
  }
}
