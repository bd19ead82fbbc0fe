package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Each request contains the client capabilities. */
@ConformanceCheck(
    id = "stateless/capabilities-per-request",
    title = "A capability of an earlier request does not count for a later one",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS + "statelessness",
    requires = ServerPrerequisite.TOOL_INPUT_REQUIRED)
final class CapabilitiesPerRequest implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient able = probe.stateless("{'elicitation':{}}");
    ToolCall call = probe.tool(ToolRole.INPUT_REQUIRED);
    McpResponse first = able.call(call);
    probe.assumeThat(
        first.result().path("resultType").asText().equals("input_required"),
        "the tool required no input");
    McpResponse second = able.declaring("{}").call(call);
    boolean requested =
        second.result().path("inputRequests").toString().contains("elicitation/create");
    probe.expect(!requested, "no input request to a client without the capability", second);
    if (second.code() == -32021) {
      JsonNode needed = second.message().at("/error/data/requiredCapabilities");
      probe.expect(
          second.status() == 400 && needed.isObject(),
          "HTTP 400 and data.requiredCapabilities, an object, with -32021",
          second);
    }
  }
}
