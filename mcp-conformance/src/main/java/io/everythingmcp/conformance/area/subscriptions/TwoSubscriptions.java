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

/** Every subscription is notified with its own id. */
@ConformanceCheck(
    id = "subscriptions/two-subscriptions",
    title = "Each of two subscriptions is notified of a change, with its own subscription id",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.LISTENING + "multiple-concurrent-subscriptions",
    requires = {ServerPrerequisite.TOOL_TOOLS_LIST_CHANGED, ServerPrerequisite.LIST_CHANGED})
final class TwoSubscriptions implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    ToolCall change = probe.toolListChange(probe.client());
    SseStream one =
        SubscriptionStreamReader.acknowledged(probe, "listen-one", "{'toolsListChanged':true}");
    SseStream two =
        SubscriptionStreamReader.acknowledged(probe, "listen-two", "{'toolsListChanged':true}");
    probe.client().call(change);
    expectNotified(probe, one, "listen-one");
    expectNotified(probe, two, "listen-two");
  }

  private static void expectNotified(ScenarioContext probe, SseStream stream, String id) {
    Optional<JsonNode> notification =
        stream.messageWithin(Duration.ofSeconds(3), SubscriptionStreamReader::isToolChange);
    probe.expect(notification.isPresent(), "the change on the stream of " + id, "nothing");
    probe.expect(
        SubscriptionStreamReader.id(notification.orElseThrow()).asText().equals(id),
        "the subscription id " + id,
        notification.orElseThrow());
  }
}
