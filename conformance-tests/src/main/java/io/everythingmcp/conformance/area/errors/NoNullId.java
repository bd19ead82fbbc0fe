package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** An id that could not be read is left out. */
@Check(
    id = "errors/no-null-id",
    title = "An error for a message whose id could not be read has no id, rather than null",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    rule = Spec.STATELESS + "error-responses")
final class NoNullId implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Broken.body(probe, "{\"jsonrpc\":\"2.0\",\"id\":");
    probe.onlyIf(reply.message().has("error"), "the answer is no JSON-RPC error");
    probe.expect(!reply.message().has("id"), "no id", reply);
  }
}
