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
import java.util.List;

/** A modified requestState is rejected. */
@ConformanceCheck(
    id = "mrtr/request-state-tampered",
    title = "A request state that was changed is refused",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "security-considerations",
    requires = ServerPrerequisite.TOOL_REQUEST_STATE)
final class RequestStateTampered implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.REQUEST_STATE);
    McpResponse first = RoundTripSteps.first(probe, talk, call);
    String state = RoundTripSteps.state(first);
    probe.assumeThat(state != null, call.tool() + " returns no requestState");
    int middle = state.length() / 2;
    char other = state.charAt(middle) == 'A' ? 'B' : 'A';
    for (String spoilt :
        List.of(
            state.substring(0, middle) + other + state.substring(middle + 1),
            state + "x",
            state.substring(0, middle))) {
      McpResponse reply = RoundTripSteps.again(talk, call, RoundTripSteps.responses(first), spoilt);
      probe.expect(reply.message().has("error"), "a JSON-RPC error", reply);
    }
  }
}
