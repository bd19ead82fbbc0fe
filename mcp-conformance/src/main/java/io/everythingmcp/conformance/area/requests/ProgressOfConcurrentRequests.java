package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Concurrent requests are separate. */
@ConformanceCheck(
    id = "requests/progress-of-concurrent-requests",
    title = "Of two concurrent requests, each stream has its own progress and response only",
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server",
    since = SpecRevision.R2025_03_26,
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class ProgressOfConcurrentRequests implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    List<RawResponse> responses =
        Stream.of("left", "right")
            .map(token -> talk.post(call.message("id-" + token, token)).sendAsync())
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    for (int i = 0; i < 2; i++) {
      String token = i == 0 ? "left" : "right";
      McpResponse reply = McpResponse.of(responses.get(i), talk::respond);
      probe.expect(
          reply.message().path("id").asText().equals("id-" + token),
          "the response to id-" + token + " on its stream",
          reply);
      for (JsonNode notification : ProgressCalls.progress(reply)) {
        probe.expect(
            notification.at("/params/progressToken").asText().equals(token),
            "progress of " + token + " on its stream",
            notification);
      }
    }
  }
}
