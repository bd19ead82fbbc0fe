package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.function.Predicate;

/** A message is sent on one stream only. */
@ConformanceCheck(
    id = "streams/one-stream-per-message",
    title = "Of two streams opened by GET, a message is on one and not on both",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "multiple-connections",
    requires = {ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED, ServerPrerequisite.LIST_CHANGED})
final class OneStreamPerMessage implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    ToolCall change = probe.toolListChange(session);
    SseStream one = probe.openGetStream(session);
    RawResponse second = session.get().send();
    probe.assumeThat(second.status() == 200, "the server allows one stream by GET only");
    SseStream two = probe.streamOf(second);
    Predicate<JsonNode> changed =
        m -> m.path("method").asText().equals("notifications/tools/list_changed");
    // The notification of the reverted change may still arrive, on either of them.
    one.messageWithin(Duration.ofMillis(300), changed);
    two.messageWithin(Duration.ofMillis(300), changed);
    session.call(change);
    boolean onTwo = two.messageWithin(Duration.ofSeconds(1), changed).isPresent();
    boolean onOne = one.messageWithin(Duration.ofMillis(onTwo ? 300 : 700), changed).isPresent();
    probe.assumeThat(onOne || onTwo, "the change of the list was notified on neither stream");
    probe.expect(!(onOne && onTwo), "the message on one stream", "the message on both");
  }
}
