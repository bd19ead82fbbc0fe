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

/** Who listens hears. */
@Check(
    id = "listening/change-is-told",
    title = "A listener that asked for it hears that the list of tools has changed",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.R2026 + "server/tools#list-changed-notification",
    needs = {Need.TOOL_CHANGES, Need.LIST_CHANGED})
final class ChangeIsTold implements Scenario {
  @Override
  public void run(Probe probe) {
    ToolCall change = probe.change(probe.talk());
    SseStream stream = Listener.acknowledged(probe, "listen-tools", "{'toolsListChanged':true}");
    probe.talk().call(change);
    Optional<JsonNode> told = stream.messageWithin(Duration.ofSeconds(3), Listener::isToolChange);
    probe.expect(told.isPresent(), "notifications/tools/list_changed", "nothing");
    JsonNode id = Listener.id(told.orElseThrow());
    probe.expect(id.asText().equals("listen-tools"), "the subscription id listen-tools", id);
  }
}
