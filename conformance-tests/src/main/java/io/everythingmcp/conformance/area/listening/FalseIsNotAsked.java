package io.everythingmcp.conformance.area.listening;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;

/** False is like not said. */
@Check(
    id = "listening/false-is-not-asked",
    title = "A kind of change that is set to false is not acknowledged as listened to",
    since = Revision.R2026_07_28,
    rule = Spec.LISTENING + "acknowledgment")
final class FalseIsNotAsked implements Scenario {
  @Override
  public void run(Probe probe) {
    JsonNode first =
        Listener.open(probe, "listen-false", "{'toolsListChanged':false,'promptsListChanged':true}")
            .message();
    boolean tools = first.at("/params/notifications/toolsListChanged").asBoolean(false);
    probe.expect(!tools, "no toolsListChanged in what is honoured", first);
  }
}
