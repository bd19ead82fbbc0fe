package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;

/** A stream whose answer was given is over. */
@Check(
    id = "streams/stream-ends",
    title = "The stream of a request ends after the answer",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server",
    needs = Need.TOOL_PROGRESS)
final class StreamEnds implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    ToolCall call = probe.tool(Role.PROGRESS);
    RawResponse response = talk.post(call.message(talk.nextId(), "end")).send();
    probe.onlyIf(response.isStream(), "the server answers " + call.tool() + " without a stream");
    SseStream stream = probe.streamOf(response);
    stream.message(Calls::isAnswer);
    probe.expect(stream.endsWithin(Duration.ofSeconds(2)), "the end of the stream", "it is open");
  }
}
