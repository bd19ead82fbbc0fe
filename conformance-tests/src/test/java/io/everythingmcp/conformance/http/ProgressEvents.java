package io.everythingmcp.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.SseEvent;
import java.util.List;

/** Calls that report progress, and the progress events of their streams. */
final class ProgressEvents {
  private ProgressEvents() {}

  /** Creates a call that reports progress once per step. */
  static ObjectNode steps(int id, double seconds, int steps) {
    ObjectNode call =
        JsonRpcMessages.call(
            id, "longRunningOperation", "{'duration':" + seconds + ",'steps':" + steps + "}");
    ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", "token-" + id);
    return call;
  }

  static List<Integer> progress(List<SseEvent> events) {
    return events.stream()
        .filter(SseEvent::hasMessage)
        .map(SseEvent::json)
        .filter(message -> message.path("method").asText().equals("notifications/progress"))
        .map(message -> message.path("params").path("progress").asInt())
        .toList();
  }

  static JsonNode lastMessage(List<SseEvent> events) {
    return events.get(events.size() - 1).json();
  }
}
