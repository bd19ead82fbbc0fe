package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * GET stream: messages that belong to no request.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#listening-for-messages-from-the-server">Listening</a>
 */
class ListeningIT {
  private static final String TOOLS = "notifications/tools/list_changed";
  private static final String PROMPTS = "notifications/prompts/list_changed";

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("FIXTURES", "true", "KEEP_ALIVE", "200ms");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), "2025-11-25");
  }

  private void changeTools() {
    session.call("test_trigger_tool_change", "{}");
  }

  private void changePrompts() {
    session.call("test_trigger_prompt_change", "{}");
  }

  private static String method(JsonNode message) {
    return message.path("method").asText();
  }

  @Test
  void headersAreImmediateAndKeepAlivesFollow() {
    RawResponse response = session.get().send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.type()).isEqualTo("text/event-stream");
    assertThat(response.header("Cache-Control")).containsAnyOf("no-store", "no-cache");
    SseEvent first = response.events().nextOrEnd();
    while (first.comment() == null) {
      first = response.events().nextOrEnd();
    }
    assertThat(first.data()).isEmpty();
  }

  @Test
  void changesAreSentToEverySession() {
    McpSession other = McpSession.open(SERVER.client(), "2025-06-18");
    SseStream here = session.listen();
    SseStream there = other.listen();
    changeTools();
    assertThat(method(here.message())).isEqualTo(TOOLS);
    assertThat(method(there.message())).isEqualTo(TOOLS);
  }

  @Test
  void messageIsSentOnExactlyOneStream() {
    List<SseStream> streams = Stream.of(1, 2, 3).map(i -> session.listen()).toList();
    for (int i = 0; i < 5; i++) {
      changeTools();
      changePrompts();
    }
    await().until(() -> arrived(streams).size() >= 10);
    session.delete().send();
    streams.forEach(SseStream::rest);
    assertThat(arrived(streams).stream().filter(m -> method(m).equals(TOOLS))).hasSize(5);
    assertThat(arrived(streams).stream().filter(m -> method(m).equals(PROMPTS))).hasSize(5);
  }

  private static List<JsonNode> arrived(List<SseStream> streams) {
    return streams.stream().flatMap(stream -> stream.arrivedMessages().stream()).toList();
  }

  @Test
  void closedNewestStreamIsReplaced() {
    SseStream older = session.listen();
    SseStream newer = session.listen();
    changeTools();
    assertThat(method(newer.message())).isEqualTo(TOOLS);
    newer.close();
    // Messages to a connection that the client has closed may be lost until the server detects it.
    await()
        .until(
            () -> {
              changePrompts();
              return !older.arrivedMessages().isEmpty();
            });
    assertThat(method(older.message())).isEqualTo(PROMPTS);
  }

  @Test
  void messagesWithoutAStreamAreRetained() {
    changeTools();
    changePrompts();
    SseStream stream = session.listen();
    assertThat(List.of(method(stream.message()), method(stream.message())))
        .containsExactlyInAnyOrder(TOOLS, PROMPTS);
  }

  @Test
  void deliveredMessagesAreNotRepeated() {
    SseStream first = session.listen();
    changeTools();
    assertThat(method(first.message())).isEqualTo(TOOLS);
    first.close();
    SseStream second = session.listen();
    changePrompts();
    assertThat(method(second.message())).isEqualTo(PROMPTS);
  }

  @Test
  void closedStreamIsResumed() {
    SseStream stream = session.listen();
    changeTools();
    SseEvent last = stream.nextWithMessage();
    stream.close();
    changePrompts();
    changeTools();
    SseStream resumed = session.resume(last.id());
    List<String> methods = List.of(method(resumed.message()), method(resumed.message()));
    assertThat(methods).containsExactlyInAnyOrder(PROMPTS, TOOLS);
    session.delete().send();
    assertThat(resumed.rest()).isEmpty();
  }

  @Test
  void unknownEventIdIsRejected() {
    SseStream stream = session.listen();
    changeTools();
    String beyond = stream.nextWithMessage().id().replaceAll("_\\d+$", "_999");
    ErrorResponse.check(session.get().header("Last-Event-ID", beyond).send(), 400, -32600);
  }

  @Test
  void eventIdsAreUniqueInTheSession() {
    SseStream stream = session.listen();
    changeTools();
    changePrompts();
    assertThat(stream.nextWithMessage().id())
        .isNotBlank()
        .isNotEqualTo(stream.nextWithMessage().id());
  }

  @Test
  void endOfSessionEndsItsStreams() {
    List<SseStream> streams = Stream.of(1, 2, 3).map(i -> session.listen()).toList();
    session.delete().send();
    streams.forEach(stream -> assertThat(stream.rest()).isEmpty());
  }
}
