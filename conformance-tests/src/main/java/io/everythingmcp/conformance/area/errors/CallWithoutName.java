package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** A call of nothing. */
@Check(
    id = "errors/call-without-name",
    title = "A call that does not name a tool is refused",
    rule = Spec.TOOLS + "error-handling",
    needs = Need.TOOLS)
final class CallWithoutName implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().ask("tools/call", "{'arguments':{}}");
    probe.expect(reply.message().has("error"), "a JSON-RPC error", reply);
    probe.expect(reply.status() < 500, "no status 5xx", reply);
  }
}
