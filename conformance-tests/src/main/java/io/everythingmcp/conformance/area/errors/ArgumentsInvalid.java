package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A model can correct what it got wrong. */
@Check(
    id = "errors/arguments-invalid",
    title = "Arguments that do not fit are answered with a result that says isError",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    rule = Spec.TOOLS + "error-handling",
    needs = Need.TOOL_STRICT)
final class ArgumentsInvalid implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().call(probe.tool(Role.STRICT));
    probe.expect(reply.toolFailed(), "a result with isError, for the model to read", reply);
  }
}
