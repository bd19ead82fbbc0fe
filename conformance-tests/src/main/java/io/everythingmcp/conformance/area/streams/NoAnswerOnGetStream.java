package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;
import java.util.Optional;

/** Answers are given where they were asked for. */
@Check(
    id = "streams/no-answer-on-get-stream",
    title = "The stream opened by GET carries no answer and no progress of a request",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "listening-for-messages-from-the-server",
    needs = Need.TOOL_PROGRESS)
final class NoAnswerOnGetStream implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    SseStream listening = probe.listen(session);
    ToolCall call = probe.tool(Role.PROGRESS);
    session.send(session.post(call.message(session.nextId(), "own")));
    Optional<JsonNode> stray =
        listening.messageWithin(Duration.ofMillis(400), m -> Calls.isAnswer(m));
    probe.expect(stray.isEmpty(), "no answer on the stream opened by GET", stray.orElse(null));
  }
}
