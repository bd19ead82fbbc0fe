package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.nio.charset.StandardCharsets;

/** Batches are not supported. */
@ConformanceCheck(
    id = "stateless/no-batch",
    title = "Several messages in one request are refused",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_06_18,
    specification = SpecificationLinks.STATELESS_HTTP + "sending-messages")
final class NoBatch implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    ObjectNode message = JsonRpcMessages.request("batched", method);
    RawRequest request = talk.post(message);
    McpResponse reply =
        talk.send(request.body(("[" + message + "]").getBytes(StandardCharsets.UTF_8)));
    probe.expect(reply.status() / 100 == 4, "HTTP 400", reply);
  }
}
