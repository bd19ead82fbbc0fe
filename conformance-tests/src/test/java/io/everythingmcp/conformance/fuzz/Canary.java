package io.everythingmcp.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.ArrayList;
import java.util.List;

/** A session from before the storm, with a stream that stays open all the time. */
final class Canary {
  private final McpSession session;
  private final SseStream stream;

  Canary(RawClient client) {
    session = McpSession.open(client, "2025-11-25");
    stream = session.listen();
  }

  /** The tools there are. */
  List<JsonNode> tools() {
    List<JsonNode> tools = new ArrayList<>();
    session.list("tools/list", "tools").forEach(tools::add);
    return tools;
  }

  /** Lists, calls, streams, and hears on its old stream what belongs there. */
  void sings() {
    assertThat(tools()).as("the canary's tools").isNotEmpty();
    assertThat(session.call("echo", "{'message':'still here'}").toString()).contains("still here");
    JsonNode progress = session.call("test_tool_with_progress", "{}");
    assertThat(progress.has("result")).as("the canary's streaming call: " + progress).isTrue();
    skipUntilIdle();
    assertThat(session.call("test_trigger_tool_change", "{}").has("result")).isTrue();
    JsonNode change = stream.message(m -> m.path("method").asText().endsWith("tools/list_changed"));
    assertThat(change.has("id")).isFalse();
  }

  /** The storm changed things, too; a comment is sent when there is nothing else to say. */
  private void skipUntilIdle() {
    long now = System.nanoTime();
    SseEvent event = stream.nextOrEnd();
    while (event != null && (event.comment() == null || System.nanoTime() - now < 1_000_000_000L)) {
      event = stream.nextOrEnd();
    }
    assertThat(event).as("the canary's stream is still open").isNotNull();
  }
}
