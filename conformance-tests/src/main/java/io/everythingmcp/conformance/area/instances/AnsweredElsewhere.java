package io.everythingmcp.conformance.area.instances;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** Asked here, answered there. */
@Check(
    id = "instances/answer",
    title = "A question of one instance can be answered at the other",
    since = Revision.R2025_06_18,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server",
    needs = {Need.SECOND_INSTANCE, Need.SESSION_ID, Need.TOOL_ASKS_LIVE})
final class AnsweredElsewhere implements Scenario {
  private static final int QUESTIONS = 5;

  @Override
  public void run(Probe probe) {
    Session here = probe.session("{'elicitation':{}}");
    RawResponse response = here.calling(probe.tool(Role.ASKS_LIVE)).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    SseStream stream = probe.streamOf(response);
    Session there = here.by(probe.otherInstance(), probe.otherPath());
    for (int i = 0; i < QUESTIONS; i++) {
      JsonNode message = stream.message(m -> m.has("id"));
      if (message.has("result")) {
        return;
      }
      there.answer(message);
    }
    probe.expect(false, "the result after at most " + QUESTIONS + " questions", "more questions");
  }
}
