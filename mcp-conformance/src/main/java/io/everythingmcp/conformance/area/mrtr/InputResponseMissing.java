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

/** Missing responses are requested again. */
@ConformanceCheck(
    id = "mrtr/input-response-missing",
    title = "A call that is repeated without responses requires input again",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "error-handling",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class InputResponseMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.INPUT_REQUIRED);
    McpResponse first = RoundTripSteps.first(probe, talk, call);
    McpResponse reply =
        RoundTripSteps.again(talk, call, JsonTrees.object("{}"), RoundTripSteps.state(first));
    probe.expect(
        reply.result().path("resultType").asText().equals("input_required"),
        "the input request again",
        reply);
  }
}
