package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.ToolCall;

/** A tool that does not exist. */
@Check(
    id = "errors/unknown-tool",
    title = "A call of a tool that does not exist is answered with error -32602",
    level = Level.SHOULD,
    rule = Spec.TOOLS + "error-handling",
    needs = Need.TOOLS)
final class UnknownTool implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().call(ToolCall.of("no_such_tool_here", "{}"));
    probe.expect(
        reply.code() == -32602, "a protocol error, -32602, and not the result of a tool", reply);
  }
}
