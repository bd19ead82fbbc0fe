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
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;
import java.time.Duration;
import java.util.Optional;

/** Who has a stream hears. */
@Check(
    id = "listening/change-is-told-in-session",
    title = "A session with a stream hears that the list of tools has changed",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TOOLS + "list-changed-notification",
    needs = {Need.TOOL_CHANGES, Need.LIST_CHANGED})
final class ChangeIsToldInSession implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    ToolCall change = probe.change(session);
    SseStream stream = probe.listen(session);
    session.call(change);
    Optional<JsonNode> told = stream.messageWithin(Duration.ofSeconds(3), Listener::isToolChange);
    probe.expect(told.isPresent(), "notifications/tools/list_changed", "nothing");
  }
}
