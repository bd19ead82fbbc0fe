package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.server.ToolRole;
import java.time.Duration;

/** A request can be cancelled by its own caller only. */
@ConformanceCheck(
    id = "isolation/cancel-other-request",
    title = "Another caller cannot cancel a request of the owner of a session",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = IsolationAssertions.RULE,
    requires = {
      ServerPrerequisite.SECOND_CALLER,
      ServerPrerequisite.SESSION_ID,
      ServerPrerequisite.TOOL_SLOW
    })
final class CancelOtherRequest implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient mine = probe.session();
    RawResponse response =
        mine.post(probe.tool(ToolRole.SLOW).message("mine-alone", "mine-alone")).send();
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    SseStream stream = probe.streamOf(response);
    stream.message(m -> m.path("method").asText().equals("notifications/progress"));
    int status =
        mine.by(probe.second())
            .sendNotification("notifications/cancelled", "{'requestId':'mine-alone'}");
    IsolationAssertions.refused(probe, status);
    boolean goesOn =
        stream
            .messageWithin(
                Duration.ofSeconds(2), m -> m.path("method").asText().endsWith("/progress"))
            .isPresent();
    probe.expect(goesOn, "further progress notifications", "nothing more");
    mine.sendNotification("notifications/cancelled", "{'requestId':'mine-alone'}");
  }
}
