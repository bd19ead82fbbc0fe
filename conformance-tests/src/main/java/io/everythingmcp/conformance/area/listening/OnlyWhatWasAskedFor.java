package io.everythingmcp.conformance.area.listening;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;
import java.util.Optional;

/** Who listens for one thing does not hear of another. */
@Check(
    id = "listening/only-what-was-asked-for",
    title = "A listener hears of no kind of change that it did not ask for",
    since = Revision.R2026_07_28,
    rule = Spec.LISTENING + "notification-filter",
    needs = {Need.TOOL_CHANGES, Need.LIST_CHANGED})
final class OnlyWhatWasAskedFor implements Scenario {
  @Override
  public void run(Probe probe) {
    ToolCall change = probe.change(probe.talk());
    SseStream stream =
        Listener.acknowledged(probe, "listen-prompts", "{'promptsListChanged':true}");
    probe.talk().call(change);
    Optional<JsonNode> stray = stream.messageWithin(Duration.ofMillis(700), Listener::isToolChange);
    probe.expect(stray.isEmpty(), "nothing about tools", stray.orElse(null));
  }
}
