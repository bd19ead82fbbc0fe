package io.everythingmcp.conformance.area.listening;

import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.List;

/** Subscribing works where it is declared. */
@Check(
    id = "listening/subscribe-answered",
    title = "Subscribing to a listed resource, and unsubscribing, is answered with an empty result",
    until = Revision.R2025_11_25,
    rule = Spec.RESOURCES + "subscriptions",
    needs = Need.SUBSCRIPTIONS)
final class SubscribeAnswered implements Scenario {
  @Override
  public void run(Probe probe) {
    String uri =
        probe.lists().resources().stream()
            .map(resource -> resource.path("uri").asText())
            .findFirst()
            .orElseThrow(() -> new NotApplicable("no resource is listed"));
    Session session = probe.session();
    String params = Json.object("{}").put("uri", uri).toString();
    for (String method : List.of("resources/subscribe", "resources/unsubscribe")) {
      Reply reply = session.ask(method, params);
      probe.expect(reply.result().isObject(), "a result of " + method, reply);
    }
  }
}
