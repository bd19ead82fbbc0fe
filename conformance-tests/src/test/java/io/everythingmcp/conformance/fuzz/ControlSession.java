package io.everythingmcp.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.ArrayList;
import java.util.List;

/** Session created before the load, with a stream that stays open during it. */
final class ControlSession {
  private final McpSession session;
  private final SseStream stream;

  ControlSession(RawClient client) {
    session = McpSession.open(client, "2025-11-25");
    stream = session.listen();
  }

  /** Returns the tools. */
  List<JsonNode> tools() {
    List<JsonNode> tools = new ArrayList<>();
    session.list("tools/list", "tools").forEach(tools::add);
    return tools;
  }

  /**
   * Asserts that listing, calling and streaming work, and that the open stream receives its
   * notifications.
   */
  void assertUsable() {
    assertThat(tools()).as("tools of the control session").isNotEmpty();
    assertThat(session.call("echo", "{'message':'still here'}").toString()).contains("still here");
    JsonNode progress = session.call("test_tool_with_progress", "{}");
    assertThat(progress.has("result"))
        .as("streaming call of the control session: " + progress)
        .isTrue();
    skipUntilIdle();
    assertThat(session.call("test_trigger_tool_change", "{}").has("result")).isTrue();
    JsonNode change = stream.message(m -> m.path("method").asText().endsWith("tools/list_changed"));
    assertThat(change.has("id")).isFalse();
  }

  /** The load changes lists and resources too; an idle stream receives comments. */
  private void skipUntilIdle() {
    long now = System.nanoTime();
    SseEvent event = stream.nextOrEnd();
    while (event != null && (event.comment() == null || System.nanoTime() - now < 1_000_000_000L)) {
      event = stream.nextOrEnd();
    }
    assertThat(event).as("the stream of the control session is open").isNotNull();
  }
}
