package io.everythingmcp.conformance.area.listening;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Stateless;
import io.everythingmcp.conformance.talk.Talk;

/** A stream of {@code subscriptions/listen}. */
final class Listener {
  static final String ID = "io.modelcontextprotocol/subscriptionId";

  private Listener() {}

  static SseStream open(Probe probe, Object id, String notifications) {
    Stateless talk = probe.stateless();
    RawResponse response =
        talk.post(
                Rpc.request(id, "subscriptions/listen", "{'notifications':" + notifications + "}"))
            .send();
    if (response.status() == 404) {
      probe.onlyIf(
          declaresChanges(talk), "the server declares no changes, and has no subscriptions/listen");
    }
    probe.expect(response.status() == 200 && response.isStream(), "an event stream", response);
    return probe.streamOf(response);
  }

  private static boolean declaresChanges(Talk talk) {
    return talk.declares("tools.listChanged")
        || talk.declares("prompts.listChanged")
        || talk.declares("resources.listChanged")
        || talk.declares("resources.subscribe");
  }

  /** Opens one, and waits until it is acknowledged. */
  static SseStream acknowledged(Probe probe, Object id, String notifications) {
    SseStream stream = open(probe, id, notifications);
    stream.message(m -> method(m).equals("notifications/subscriptions/acknowledged"));
    return stream;
  }

  static String method(JsonNode message) {
    return message.path("method").asText();
  }

  static boolean isToolChange(JsonNode message) {
    return method(message).equals("notifications/tools/list_changed");
  }

  static JsonNode id(JsonNode message) {
    return message.at("/params/_meta").path(ID);
  }
}
