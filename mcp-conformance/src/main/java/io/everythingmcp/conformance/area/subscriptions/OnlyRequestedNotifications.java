package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.time.Duration;
import java.util.Optional;

/** A subscription has a filter. */
@ConformanceCheck(
    id = "subscriptions/only-requested-notifications",
    title = "A subscription is notified only of the requested kinds of changes",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.LISTENING + "notification-filter",
    requires = {ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED, ServerPrerequisite.LIST_CHANGED})
final class OnlyRequestedNotifications implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    ToolCall change = probe.toolListChange(probe.client());
    SseStream stream =
        SubscriptionStreamReader.acknowledged(
            probe, "listen-prompts", "{'promptsListChanged':true}");
    probe.client().call(change);
    Optional<JsonNode> stray =
        stream.messageWithin(Duration.ofMillis(700), SubscriptionStreamReader::isToolChange);
    probe.expect(stray.isEmpty(), "nothing about tools", stray.orElse(null));
  }
}
