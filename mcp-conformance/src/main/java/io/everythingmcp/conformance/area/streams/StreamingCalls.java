package io.everythingmcp.conformance.area.streams;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;

/** Calls with notifications before the response. */
final class StreamingCalls {
  private StreamingCalls() {}

  /** Calls the tool with progress, and returns its stream. */
  static SseStream progressing(ScenarioContext probe, StatefulClient session, String token) {
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    RawResponse response = session.post(call.message(session.nextId(), token)).send();
    probe.assumeThat(response.isStream(), "the response to " + call.tool() + " is not a stream");
    return probe.streamOf(response);
  }

  /** The first event of a stream that has an id. */
  static SseEvent firstWithId(ScenarioContext probe, SseStream stream) {
    SseEvent event = stream.next();
    while (event.id() == null && !isAnswer(event)) {
      event = stream.next();
    }
    probe.assumeThat(
        event.id() != null, "events have no ids: the server does not support resumption");
    return event;
  }

  static boolean isAnswer(SseEvent event) {
    return event.hasMessage() && isAnswer(event.json());
  }

  static boolean isAnswer(JsonNode message) {
    return message.has("result") || message.has("error");
  }
}
