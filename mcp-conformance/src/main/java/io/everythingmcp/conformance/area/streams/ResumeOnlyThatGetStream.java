package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;

/** A GET stream replays only its own messages. */
@ConformanceCheck(
    id = "streams/resume-only-that-get-stream",
    title = "A resumed GET stream does not repeat messages that another GET stream delivered",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "resumability-and-redelivery",
    requires = {ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED, ServerPrerequisite.LIST_CHANGED})
final class ResumeOnlyThatGetStream implements Scenario {
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int ROUNDS = 12;
  private static final int ENOUGH = 2;

  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    ToolCall change = probe.toolListChange(session);
    SseStream older = probe.openGetStream(session);
    SseStream newer = probe.openGetStream(session);
    session.call(change);
    boolean toNewer = newer.messageWithin(MOMENT, ResumeOnlyThatGetStream::isChange).isPresent();
    SseStream closed = toNewer ? newer : older;
    SseStream open = toNewer ? older : newer;
    String last = lastId(closed);
    probe.assumeThat(last != null, "events of GET streams have no ids");
    closed.close();
    int sent = 0;
    int delivered = 0;
    // A server notices by writing that a stream is closed, so the first messages may be lost in it.
    for (int round = 0; round < ROUNDS && delivered < ENOUGH; round++) {
      probe.toolListChange(session);
      session.call(change);
      sent += change.tool().equals("addTool") ? 2 : 1;
      delivered += changes(open);
    }
    probe.assumeThat(delivered > 0, "no message was sent on the stream that stayed open");
    int replayed = changes(probe.resumeStream(session, last));
    probe.expect(
        replayed <= sent - delivered,
        "at most the "
            + (sent - delivered)
            + " messages that were not delivered on the other stream",
        replayed + " messages");
  }

  private static int changes(SseStream stream) {
    int count = 0;
    while (stream.messageWithin(MOMENT, ResumeOnlyThatGetStream::isChange).isPresent()) {
      count++;
    }
    return count;
  }

  private static String lastId(SseStream stream) {
    return stream.arrived().stream()
        .map(SseEvent::id)
        .filter(id -> id != null)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static boolean isChange(JsonNode message) {
    return message.path("method").asText().equals("notifications/tools/list_changed");
  }
}
