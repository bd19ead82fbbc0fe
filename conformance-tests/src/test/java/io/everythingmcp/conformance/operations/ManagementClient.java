package io.everythingmcp.conformance.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import java.nio.charset.StandardCharsets;

/** Client with the management token. */
record ManagementClient(RawClient client) {
  static final String TOKEN = "the-token-of-the-operators";

  RawRequest request(String method, String path) {
    return client.request(method, "/management" + path).header("Authorization", "Bearer " + TOKEN);
  }

  RawResponse send(String method, String path, String body) {
    return request(method, path).body(body.getBytes(StandardCharsets.UTF_8)).send();
  }

  JsonNode get(String path) {
    return request("GET", path).send().json();
  }

  /** Opens the event stream; all later events are received. */
  SseStream watch() {
    SseStream events = request("GET", "/events").send().events();
    while (!"watching".equals(events.next().name())) {
      // The first event confirms the subscription.
    }
    return events;
  }

  /** Returns the next event of a type. */
  static JsonNode await(SseStream events, String type) {
    return events.message(notice -> notice.path("type").asText().equals(type));
  }
}
