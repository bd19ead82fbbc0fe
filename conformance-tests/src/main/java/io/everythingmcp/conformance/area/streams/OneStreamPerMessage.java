package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;
import java.util.function.Predicate;

/** Nothing is said twice. */
@Check(
    id = "streams/one-stream-per-message",
    title = "Of two streams opened by GET, a message is on one and not on both",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "multiple-connections",
    needs = {Need.TOOL_CHANGES, Need.LIST_CHANGED})
final class OneStreamPerMessage implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    ToolCall change = probe.change(session);
    SseStream one = probe.listen(session);
    RawResponse second = session.get().send();
    probe.onlyIf(second.status() == 200, "the server allows one stream by GET only");
    SseStream two = probe.streamOf(second);
    Predicate<JsonNode> changed =
        m -> m.path("method").asText().equals("notifications/tools/list_changed");
    // What was undone before may still be told, on either of them.
    one.messageWithin(Duration.ofMillis(300), changed);
    two.messageWithin(Duration.ofMillis(300), changed);
    session.call(change);
    boolean onTwo = two.messageWithin(Duration.ofSeconds(1), changed).isPresent();
    boolean onOne = one.messageWithin(Duration.ofMillis(onTwo ? 300 : 700), changed).isPresent();
    probe.onlyIf(onOne || onTwo, "the change of the list was told on neither stream");
    probe.expect(!(onOne && onTwo), "the message on one stream", "it came on both");
  }
}
