package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.nio.charset.StandardCharsets;

/** An unknown version is rejected. */
@ConformanceCheck(
    id = "stateless/unsupported-version",
    title = "An unknown version is refused with -32022, with the supported ones",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.VERSIONING + "protocol-version-negotiation")
final class UnsupportedVersion implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ObjectNode message = MalformedMetaRequests.discover(talk);
    RawRequest ready = talk.post(message);
    message.withObject("/params/_meta").put(StatelessClient.VERSION, "2099-01-01");
    RawRequest request =
        ready
            .header("MCP-Protocol-Version", "2099-01-01")
            .body(message.toString().getBytes(StandardCharsets.UTF_8));
    McpResponse reply = talk.send(request);
    MalformedMetaRequests.refused(probe, reply, -32022);
    JsonNode data = reply.message().at("/error/data");
    probe.expect(data.path("supported").size() > 0, "data.supported, not empty", reply);
    probe.expect(data.path("requested").asText().equals("2099-01-01"), "data.requested", reply);
  }
}
