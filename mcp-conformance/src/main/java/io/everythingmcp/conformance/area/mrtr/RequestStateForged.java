package io.everythingmcp.conformance.area.mrtr;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A forged requestState is rejected. */
@ConformanceCheck(
    id = "mrtr/request-state-forged",
    title = "A request state that the server did not issue is refused",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "security-considerations",
    requires = ServerPrerequisite.TOOL_REQUEST_STATE)
final class RequestStateForged implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.REQUEST_STATE);
    McpResponse first = RoundTripSteps.first(probe, talk, call);
    probe.assumeThat(RoundTripSteps.state(first) != null, call.tool() + " returns no requestState");
    McpResponse reply =
        RoundTripSteps.again(talk, call, RoundTripSteps.responses(first), "eyJzdGVwIjo5OX0=");
    probe.expect(reply.message().has("error"), "a JSON-RPC error", reply);
  }
}
