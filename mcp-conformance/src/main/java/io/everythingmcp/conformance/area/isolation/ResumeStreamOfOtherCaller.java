package io.everythingmcp.conformance.area.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A stream can be resumed by its owner only. */
@ConformanceCheck(
    id = "isolation/resume-stream-of-other-caller",
    title = "Another caller receives nothing of a stream with the id of one of its events",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {
      ServerPrerequisite.SECOND_CALLER,
      ServerPrerequisite.SESSION_ID,
      ServerPrerequisite.TOOL_PROGRESS
    })
final class ResumeStreamOfOtherCaller implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient mine = probe.session();
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    RawResponse reply = mine.post(call.message(mine.nextId(), "secret")).send();
    probe.assumeThat(reply.isStream(), "the response to the call is not a stream");
    Optional<String> id =
        probe.streamOf(reply).rest().stream()
            .map(SseEvent::id)
            .filter(Objects::nonNull)
            .findFirst();
    probe.assumeThat(id.isPresent(), "events have no ids: the server does not support resumption");
    for (StatefulClient reaching : List.of(mine.by(probe.second()), probe.secondSession())) {
      RawResponse response = reaching.resume(id.orElseThrow()).send();
      if (response.status() == 200 && response.isStream()) {
        Optional<JsonNode> leaked =
            probe.streamOf(response).messageWithin(Duration.ofMillis(600), m -> true);
        probe.expect(leaked.isEmpty(), "nothing of the other's stream", leaked.orElse(null));
      }
    }
  }
}
