package io.everythingmcp.conformance.area.batching;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.nio.charset.StandardCharsets;

/** initialize must not be part of a batch. */
@ConformanceCheck(
    id = "batching/batch-with-initialize",
    title = "In 2025-03-26 initialize within a batch is refused",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_03_26,
    specification =
        "https://modelcontextprotocol.io/specification/2025-03-26/basic/lifecycle#initialization")
public final class BatchWithInitialize implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String body =
        "["
            + JsonRpcMessages.initialize("2025-03-26", "{}")
            + ","
            + JsonRpcMessages.request("beside", "ping")
            + "]";
    RawResponse response =
        probe.rawClient().post(probe.path(), "").body(body.getBytes(StandardCharsets.UTF_8)).send();
    McpResponse reply = McpResponse.of(response, request -> {});
    probe.expect(reply.refused(), "HTTP 400", reply);
  }
}
