package io.everythingmcp.conformance.area.mrtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Unknown input responses are ignored. */
@ConformanceCheck(
    id = "mrtr/input-response-unknown",
    title = "An input response without an input request is ignored",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "error-handling",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class InputResponseUnknown implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.INPUT_REQUIRED);
    McpResponse first = RoundTripSteps.first(probe, talk, call);
    ObjectNode responses = RoundTripSteps.responses(first);
    responses.set("unknown-key", JsonTrees.object("{'action':'accept','content':{'x':1}}"));
    McpResponse reply = RoundTripSteps.again(talk, call, responses, RoundTripSteps.state(first));
    probe.expect(reply.hasResult() && !reply.toolFailed(), "a result as without it", reply);
  }
}
