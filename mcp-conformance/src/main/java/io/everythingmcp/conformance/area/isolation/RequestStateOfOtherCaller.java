package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.DefaultInputResponses;
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

/** A requestState is bound to its caller. */
@ConformanceCheck(
    id = "isolation/request-state-of-other-caller",
    title = "A requestState that was sent to one caller is refused from another",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "security-considerations",
    requires = {ServerPrerequisite.SECOND_CALLER, ServerPrerequisite.TOOL_REQUEST_STATE})
final class RequestStateOfOtherCaller implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String able = "{'elicitation':{},'sampling':{},'roots':{}}";
    ToolCall call = probe.tool(ToolRole.REQUEST_STATE);
    McpResponse first = probe.client(able).call(call);
    String state = first.result().path("requestState").asText("");
    probe.assumeThat(!state.isEmpty(), call.tool() + " returns no requestState");
    SuiteClient theirs = probe.secondClient(able);
    ObjectNode message = call.message(theirs.nextId());
    ObjectNode params = message.withObject("/params");
    params.put("requestState", state);
    ObjectNode responses = params.putObject("inputResponses");
    first
        .result()
        .path("inputRequests")
        .properties()
        .forEach(
            request ->
                responses.set(request.getKey(), DefaultInputResponses.to(request.getValue())));
    McpResponse reply = theirs.send(theirs.post(message));
    probe.expect(reply.refused(), "an error", reply);
  }
}
