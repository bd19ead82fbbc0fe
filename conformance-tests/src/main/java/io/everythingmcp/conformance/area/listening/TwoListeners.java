package io.everythingmcp.conformance.area.listening;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;
import java.util.Optional;

/** Each listener hears, with its own id. */
@Check(
    id = "listening/two-listeners",
    title = "Of two listeners each hears of a change, with its own subscription id",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.LISTENING + "multiple-concurrent-subscriptions",
    needs = {Need.TOOL_CHANGES, Need.LIST_CHANGED})
final class TwoListeners implements Scenario {
  @Override
  public void run(Probe probe) {
    ToolCall change = probe.change(probe.talk());
    SseStream one = Listener.acknowledged(probe, "listen-one", "{'toolsListChanged':true}");
    SseStream two = Listener.acknowledged(probe, "listen-two", "{'toolsListChanged':true}");
    probe.talk().call(change);
    told(probe, one, "listen-one");
    told(probe, two, "listen-two");
  }

  private static void told(Probe probe, SseStream stream, String id) {
    Optional<JsonNode> told = stream.messageWithin(Duration.ofSeconds(3), Listener::isToolChange);
    probe.expect(told.isPresent(), "the change on the stream of " + id, "nothing");
    probe.expect(
        Listener.id(told.orElseThrow()).asText().equals(id),
        "the subscription id " + id,
        told.orElseThrow());
  }
}
