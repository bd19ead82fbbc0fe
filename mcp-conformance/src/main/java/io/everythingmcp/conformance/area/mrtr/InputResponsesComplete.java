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

/** A request with all responses completes. */
@ConformanceCheck(
    id = "mrtr/input-responses-complete",
    title = "A call with responses to all input requests is completed",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "basic-workflow",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class InputResponsesComplete implements Scenario {
  private static final int ROUNDS = 6;

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.INPUT_REQUIRED);
    McpResponse reply = RoundTripSteps.first(probe, talk, call);
    for (int i = 0; i < ROUNDS && asks(reply); i++) {
      reply =
          RoundTripSteps.again(
              talk, call, RoundTripSteps.responses(reply), RoundTripSteps.state(reply));
    }
    probe.expect(
        reply.result().path("resultType").asText().equals("complete"),
        "a result that is complete after at most " + ROUNDS + " round trips",
        reply);
  }

  private static boolean asks(McpResponse reply) {
    return reply.result().path("resultType").asText().equals("input_required");
  }
}
