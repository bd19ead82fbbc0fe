package io.everythingmcp.conformance.area.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.DefaultInputResponses;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A multi round-trip request spans instances. */
@ConformanceCheck(
    id = "instances/request-state-elsewhere",
    title = "A request state of one instance is accepted by the other",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS + "statelessness",
    requires = {ServerPrerequisite.SECOND_INSTANCE, ServerPrerequisite.TOOL_REQUEST_STATE})
final class RequestStateElsewhere implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient here = probe.stateless("{'elicitation':{},'sampling':{},'roots':{}}");
    ToolCall call = probe.tool(ToolRole.REQUEST_STATE);
    McpResponse first = here.call(call);
    String state = first.result().path("requestState").asText("");
    probe.assumeThat(!state.isEmpty(), call.tool() + " returns no requestState");
    ObjectNode message = call.message(here.nextId());
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
    StatelessClient there = here.by(probe.otherInstance(), probe.otherPath());
    McpResponse reply = there.send(there.post(message));
    probe.expect(reply.hasResult(), "a result at the other instance", reply);
  }
}
