package io.everythingmcp.conformance.area.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A stream of {@code subscriptions/listen}. */
final class SubscriptionStreamReader {
  static final String ID = "io.modelcontextprotocol/subscriptionId";

  private SubscriptionStreamReader() {}

  static SseStream open(ScenarioContext probe, Object id, String notifications) {
    StatelessClient talk = probe.stateless();
    RawResponse response =
        talk.post(
                JsonRpcMessages.request(
                    id, "subscriptions/listen", "{'notifications':" + notifications + "}"))
            .send();
    if (response.status() == 404) {
      probe.assumeThat(
          declaresChanges(talk),
          "the server declares no list changes and does not support subscriptions/listen");
    }
    probe.expect(response.status() == 200 && response.isStream(), "an event stream", response);
    return probe.streamOf(response);
  }

  private static boolean declaresChanges(SuiteClient talk) {
    return talk.declares("tools.listChanged")
        || talk.declares("prompts.listChanged")
        || talk.declares("resources.listChanged")
        || talk.declares("resources.subscribe");
  }

  /** Opens one, and waits until it is acknowledged. */
  static SseStream acknowledged(ScenarioContext probe, Object id, String notifications) {
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
