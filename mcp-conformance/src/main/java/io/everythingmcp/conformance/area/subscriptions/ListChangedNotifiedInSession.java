package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** Sessions with a GET stream are notified. */
@ConformanceCheck(
    id = "subscriptions/list-changed-notified-in-session",
    title = "A session with a stream is notified that the list of tools has changed",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TOOLS + "list-changed-notification",
    requires = {ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED, ServerPrerequisite.LIST_CHANGED})
final class ListChangedNotifiedInSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    ToolCall change = probe.toolListChange(session);
    SseStream stream = probe.openGetStream(session);
    session.call(change);
    Optional<JsonNode> notification =
        stream.messageWithin(Duration.ofSeconds(3), SubscriptionStreamReader::isToolChange);
    probe.expect(notification.isPresent(), "notifications/tools/list_changed", "nothing");
  }
}
