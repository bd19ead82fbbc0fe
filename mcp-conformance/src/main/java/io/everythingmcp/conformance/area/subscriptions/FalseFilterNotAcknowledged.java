package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** False is equivalent to absent. */
@ConformanceCheck(
    id = "subscriptions/false-filter-not-acknowledged",
    title = "A kind of change that is set to false is not acknowledged",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.LISTENING + "acknowledgment")
final class FalseFilterNotAcknowledged implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    JsonNode first =
        SubscriptionStreamReader.open(
                probe, "listen-false", "{'toolsListChanged':false,'promptsListChanged':true}")
            .message();
    boolean tools = first.at("/params/notifications/toolsListChanged").asBoolean(false);
    probe.expect(!tools, "no toolsListChanged in what is honoured", first);
  }
}
