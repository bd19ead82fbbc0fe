package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.HeaderValue;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Names that are not valid header values are encoded. */
@ConformanceCheck(
    id = "stateless/name-header-encoded",
    title = "An encoded Mcp-Name is decoded before it is compared",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "value-encoding",
    requires = ServerPrerequisite.TOOLS)
final class NameHeaderEncoded implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ToolCall call = probe.harmlessTool();
    String encoded = HeaderValue.encoded(call.tool());
    McpResponse reply = talk.send(talk.calling(call).header("Mcp-Name", encoded));
    probe.expect(reply.code() != -32020 && reply.status() != 400, "no refusal", reply);
  }
}
