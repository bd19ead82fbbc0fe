package io.everythingmcp.conformance.http;

import static io.everythingmcp.conformance.http.ProgressEvents.lastMessage;
import static io.everythingmcp.conformance.http.ProgressEvents.progress;
import static io.everythingmcp.conformance.http.ProgressEvents.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RawSocket;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages on the stream of a request, and when the response is a stream. */
class StreamsIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST, "{'elicitation':{}}");
  }

  @Test
  void responseWithoutEarlierMessagesIsJson() {
    RawResponse response =
        session
            .post(JsonRpcMessages.call(1, "longRunningOperation", "{'duration':0.1,'steps':2}"))
            .send();
    assertThat(response.type()).isEqualTo("application/json");
    assertThat(response.json().path("result").path("content")).hasSize(1);
  }

  @Test
  void eventIsWrittenAtOnce() {
    String body = steps(1, 0.1, 3).toString();
    String request =
        """
        POST /mcp HTTP/1.1
        Host: localhost:%d
        Content-Type: application/json
        Accept: application/json, text/event-stream
        Mcp-Session-Id: %s
        MCP-Protocol-Version: %s
        Content-Length: %d

        %s\
        """
            .formatted(SERVER.process().port(), session.id(), LATEST, body.length(), body);
    String answer = RawSocket.exchange(SERVER.process().port(), request.replace("\n", "\r\n"));
    List<String> pieces =
        Stream.of(answer.substring(answer.indexOf("\r\n\r\n") + 4).split("\r\n"))
            .filter(line -> !line.matches("[0-9A-F]+"))
            .toList();
    assertThat(pieces).hasSize(5).allMatch(piece -> piece.endsWith("\n\n"));
  }

  @Test
  void earlierMessagesMakeAStream() {
    RawResponse response = session.post(steps(1, 0.1, 2)).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.type()).isEqualTo("text/event-stream");
    assertThat(response.header("Cache-Control")).containsAnyOf("no-store", "no-cache");
    List<SseEvent> events = response.events().rest();
    assertThat(progress(events)).containsExactly(1, 2);
    assertThat(lastMessage(events).path("id").asInt()).isEqualTo(1);
    assertThat(lastMessage(events).has("result")).isTrue();
    assertThat(events.stream().map(SseEvent::id)).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(events.stream().filter(SseEvent::hasMessage))
        .allMatch(e -> "message".equals(e.name()));
  }

  @Test
  void firstEventHasAnIdForResumption() {
    SseEvent first = session.post(steps(1, 0.05, 1)).send().events().next();
    assertThat(first.id()).isNotBlank();
    assertThat(first.data()).isEmpty();
  }

  @Test
  void onlyPolledStreamsSendRetry() {
    SseStream listening = session.listen();
    List<SseEvent> progress = session.post(steps(1, 0.05, 2)).send().events().rest();
    SseStream asking =
        session
            .post(JsonRpcMessages.call(2, "test_elicitation", "{'message':'Who?'}"))
            .send()
            .events();
    JsonNode inputRequest = asking.message();
    session.post(JsonRpcMessages.result(inputRequest.get("id"), "{'action':'decline'}")).send();
    asking.rest();
    List<SseEvent> resumed = session.resume(progress.get(0).id()).rest();
    session.call("test_trigger_tool_change", "{}");
    listening.message();
    assertThat(
            Stream.of(progress, resumed, asking.arrived(), listening.arrived())
                .flatMap(List::stream))
        .hasSizeGreaterThan(8)
        .allMatch(event -> event.retry() == null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18"})
  void earlierRevisionsGetNoEmptyEvent(String revision) {
    McpSession older = McpSession.open(SERVER.client(), revision);
    List<SseEvent> events = older.post(steps(1, 0.05, 1)).send().events().rest();
    assertThat(events).hasSize(2).allMatch(SseEvent::hasMessage);
    assertThat(events).allMatch(event -> event.retry() == null);
  }

  @Test
  void serverRequestAndResponseAreOnTheSameStream() {
    SseStream stream =
        session
            .post(JsonRpcMessages.call(1, "test_elicitation", "{'message':'Who?'}"))
            .send()
            .events();
    JsonNode inputRequest = stream.message();
    assertThat(inputRequest.path("method").asText()).isEqualTo("elicitation/create");
    RawResponse accepted =
        session
            .post(
                JsonRpcMessages.result(
                    inputRequest.get("id"),
                    "{'action':'accept','content':{'username':'u','email':'e@example.org'}}"))
            .send();
    assertThat(accepted.status()).isEqualTo(202);
    JsonNode answer = stream.message();
    assertThat(answer.path("id").asInt()).isEqualTo(1);
    assertThat(answer.toString()).contains("action=accept");
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  void cancelledRequestHasNoResponse() {
    SseStream stream = session.post(steps(1, 60, 600)).send().events();
    stream.nextWithMessage();
    RawResponse accepted =
        session
            .post(
                JsonRpcMessages.notification(
                    "notifications/cancelled", "{'requestId':1,'reason':'enough'}"))
            .send();
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(stream.rest().stream().filter(SseEvent::hasMessage).map(SseEvent::json))
        .noneMatch(m -> m.has("id"));
    assertThat(session.post(JsonRpcMessages.request(2, "ping")).send().status()).isEqualTo(200);
  }

  @Test
  void idInUseIsRejected() {
    SseStream stream = session.post(steps(1, 60, 600)).send().events();
    stream.nextWithMessage();
    JsonNode second = session.post(JsonRpcMessages.request(1, "ping")).send().reply();
    assertThat(second.path("error").path("code").asInt()).isEqualTo(-32600);
    session.post(JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}")).send();
    stream.rest();
  }

  @Test
  void concurrentStreamsAreSeparate() {
    List<SseStream> streams =
        Stream.of(1, 2, 3).map(id -> session.post(steps(id, 0.3, 3)).send().events()).toList();
    for (int i = 0; i < 3; i++) {
      String token = "token-" + (i + 1);
      List<SseEvent> events = streams.get(i).rest();
      assertThat(progress(events)).containsExactly(1, 2, 3);
      assertThat(events.stream().filter(e -> e.data().contains("progressToken")))
          .allMatch(e -> e.data().contains(token));
    }
  }

  @Test
  void requestMessagesAreOnlyOnItsStream() {
    SseStream listening = session.listen();
    session.post(steps(1, 0.1, 2)).send().events().rest();
    assertThat(session.call("test_trigger_tool_change", "{}").has("result")).isTrue();
    assertThat(listening.message().path("method").asText())
        .isEqualTo("notifications/tools/list_changed");
    await().until(() -> listening.arrivedMessages().size() == 1);
  }
}
