package io.everythingmcp.conformance.area.mrtr;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A requestState is bound to its call. */
@ConformanceCheck(
    id = "mrtr/request-state-of-other-call",
    title = "A request state is refused for another call than its own",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "security-considerations",
    requires = ServerPrerequisite.TOOL_REQUEST_STATE)
final class RequestStateOfOtherCall implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.REQUEST_STATE);
    String state = RoundTripSteps.state(RoundTripSteps.first(probe, talk, call));
    probe.assumeThat(state != null, call.tool() + " returns no requestState");
    ToolCall other = probe.harmlessTool();
    probe.assumeThat(!other.tool().equals(call.tool()), "there is no other tool to be called");
    McpResponse reply = RoundTripSteps.again(talk, other, JsonTrees.object("{}"), state);
    probe.expect(reply.message().has("error") || reply.toolFailed(), "an error", reply);
  }
}
