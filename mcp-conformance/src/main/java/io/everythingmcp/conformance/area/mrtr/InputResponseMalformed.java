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

/** A malformed input response is rejected. */
@ConformanceCheck(
    id = "mrtr/input-response-malformed",
    title = "A malformed response results in an error or in the same input request",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "error-handling",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class InputResponseMalformed implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    ToolCall call = probe.tool(ToolRole.INPUT_REQUIRED);
    McpResponse first = RoundTripSteps.first(probe, talk, call);
    ObjectNode responses = JsonTrees.object("{}");
    first
        .result()
        .path("inputRequests")
        .fieldNames()
        .forEachRemaining(
            key -> responses.set(key, JsonTrees.object("{'action':'accept','content':7}")));
    McpResponse reply = RoundTripSteps.again(talk, call, responses, RoundTripSteps.state(first));
    boolean complete = reply.result().path("resultType").asText().equals("complete");
    probe.expect(!complete || reply.toolFailed(), "an error, or the input request again", reply);
  }
}
