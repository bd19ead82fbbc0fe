package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
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

/** Subscribers are notified. */
@ConformanceCheck(
    id = "subscriptions/list-changed-notified",
    title = "A subscription that requests it is notified that the list of tools has changed",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.R2026 + "server/tools#list-changed-notification",
    requires = {ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED, ServerPrerequisite.LIST_CHANGED})
final class ListChangedNotified implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    ToolCall change = probe.toolListChange(probe.client());
    SseStream stream =
        SubscriptionStreamReader.acknowledged(probe, "listen-tools", "{'toolsListChanged':true}");
    probe.client().call(change);
    Optional<JsonNode> notification =
        stream.messageWithin(Duration.ofSeconds(3), SubscriptionStreamReader::isToolChange);
    probe.expect(notification.isPresent(), "notifications/tools/list_changed", "nothing");
    JsonNode id = SubscriptionStreamReader.id(notification.orElseThrow());
    probe.expect(id.asText().equals("listen-tools"), "the subscription id listen-tools", id);
  }
}
