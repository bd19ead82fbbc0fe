package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.time.Duration;

/** Nobody cancels for somebody else. */
@Check(
    id = "isolation/cancel-other",
    title = "Somebody else cannot cancel a request of the owner of a session",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Hijack.RULE,
    needs = {Need.SECOND_CALLER, Need.SESSION_ID, Need.TOOL_SLOW})
final class CancelOther implements Scenario {
  @Override
  public void run(Probe probe) {
    Session mine = probe.session();
    RawResponse response =
        mine.post(probe.tool(Role.SLOW).message("mine-alone", "mine-alone")).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    SseStream stream = probe.streamOf(response);
    stream.message(m -> m.path("method").asText().equals("notifications/progress"));
    int status =
        mine.by(probe.second()).tell("notifications/cancelled", "{'requestId':'mine-alone'}");
    Hijack.refused(probe, status);
    boolean goesOn =
        stream
            .messageWithin(
                Duration.ofSeconds(2), m -> m.path("method").asText().endsWith("/progress"))
            .isPresent();
    probe.expect(goesOn, "progress that goes on", "nothing more");
    mine.tell("notifications/cancelled", "{'requestId':'mine-alone'}");
  }
}
