package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.HeaderValue;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import io.everythingmcp.conformance.talk.ToolCall;

/** Names that headers cannot carry are encoded. */
@Check(
    id = "eras/name-header-encoded",
    title = "An Mcp-Name in the encoding for difficult values is decoded before it is compared",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "value-encoding",
    needs = Need.TOOLS)
final class NameHeaderEncoded implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ToolCall call = probe.harmlessTool();
    String encoded = HeaderValue.encoded(call.tool());
    Reply reply = talk.send(talk.calling(call).header("Mcp-Name", encoded));
    probe.expect(reply.code() != -32020 && reply.status() != 400, "no refusal", reply);
  }
}
