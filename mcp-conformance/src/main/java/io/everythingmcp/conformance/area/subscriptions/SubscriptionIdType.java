package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The subscription id is the id of its request. */
@ConformanceCheck(
    id = "subscriptions/subscription-id-type",
    title = "The subscription id is the id of the request: a number if that was a number",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.LISTENING + "receiving-notifications")
final class SubscriptionIdType implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    JsonNode number =
        SubscriptionStreamReader.open(probe, 815, "{'toolsListChanged':true}").message();
    probe.expect(
        SubscriptionStreamReader.id(number).isNumber()
            && SubscriptionStreamReader.id(number).asInt() == 815,
        "the number 815",
        number);
    JsonNode text =
        SubscriptionStreamReader.open(probe, "816", "{'toolsListChanged':true}").message();
    probe.expect(
        SubscriptionStreamReader.id(text).isTextual()
            && SubscriptionStreamReader.id(text).asText().equals("816"),
        "the text \"816\"",
        text);
  }
}
