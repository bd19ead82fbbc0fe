package io.everythingmcp.conformance.area.listening;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** A subscription is known by the id of its request. */
@Check(
    id = "listening/subscription-id",
    title = "The subscription id is the id of the request: a number if that was a number",
    since = Revision.R2026_07_28,
    rule = Spec.LISTENING + "receiving-notifications")
final class SubscriptionIdType implements Scenario {
  @Override
  public void run(Probe probe) {
    JsonNode number = Listener.open(probe, 815, "{'toolsListChanged':true}").message();
    probe.expect(
        Listener.id(number).isNumber() && Listener.id(number).asInt() == 815,
        "the number 815",
        number);
    JsonNode text = Listener.open(probe, "816", "{'toolsListChanged':true}").message();
    probe.expect(
        Listener.id(text).isTextual() && Listener.id(text).asText().equals("816"),
        "the text \"816\"",
        text);
  }
}
