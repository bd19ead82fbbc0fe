package io.everythingmcp.conformance.area.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.Set;

/** InputRequiredResult has the specified structure. */
@ConformanceCheck(
    id = "mrtr/input-required-result",
    title =
        "A result that requires input has inputRequests of defined kinds, a "
            + "requestState, or both",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.ROUNDS + "inputrequiredresult",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class InputRequiredResult implements Scenario {
  private static final Set<String> KINDS =
      Set.of("elicitation/create", "sampling/createMessage", "roots/list");

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(RoundTripSteps.ABLE);
    McpResponse reply = RoundTripSteps.first(probe, talk, probe.tool(ToolRole.INPUT_REQUIRED));
    JsonNode requests = reply.result().path("inputRequests");
    boolean state = reply.result().path("requestState").isTextual();
    probe.expect(requests.size() > 0 || state, "inputRequests or requestState", reply);
    for (JsonNode request : requests) {
      probe.expect(
          KINDS.contains(request.path("method").asText()), "a method of " + KINDS, request);
      probe.expect(
          !request.has("id") && !request.has("jsonrpc"), "neither id nor jsonrpc", request);
    }
  }
}
