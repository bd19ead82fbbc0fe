package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/**
 * What is said on the stream of a request, and how a client gets the rest of one that broke.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability</a>
 */
class StreamsIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST, "{'elicitation':{}}");
  }

  /** A call that reports progress once for each step. */
  private static ObjectNode steps(int id, double seconds, int steps) {
    ObjectNode call =
        JsonRpcMessages.call(
            id, "longRunningOperation", "{'duration':" + seconds + ",'steps':" + steps + "}");
    ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", "token-" + id);
    return call;
  }

  private static List<Integer> progress(List<SseEvent> events) {
    return events.stream()
        .filter(SseEvent::hasMessage)
        .map(SseEvent::json)
        .filter(message -> message.path("method").asText().equals("notifications/progress"))
        .map(message -> message.path("params").path("progress").asInt())
        .toList();
  }

  private static JsonNode lastMessage(List<SseEvent> events) {
    return events.get(events.size() - 1).json();
  }

  @Test
  void anAnswerBeforeWhichNothingIsSaidIsNoStream() {
    RawResponse response =
        session
            .post(JsonRpcMessages.call(1, "longRunningOperation", "{'duration':0.1,'steps':2}"))
            .send();
    assertThat(response.type()).isEqualTo("application/json");
    assertThat(response.json().path("result").path("content")).hasSize(1);
  }

  @Test
  void anEventIsWrittenInOnePiece() {
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
  void whatIsSaidBeforeTheAnswerMakesAStream() {
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
  void theFirstEventPrimesTheClientToComeBack() {
    SseEvent first = session.post(steps(1, 0.05, 1)).send().events().next();
    assertThat(first.id()).isNotBlank();
    assertThat(first.data()).isEmpty();
  }

  @Test
  void onlyAStreamThatTheServerEndsEarlyTellsWhenToComeBack() {
    SseStream listening = session.listen();
    List<SseEvent> progress = session.post(steps(1, 0.05, 2)).send().events().rest();
    SseStream asking =
        session
            .post(JsonRpcMessages.call(2, "test_elicitation", "{'message':'Who?'}"))
            .send()
            .events();
    JsonNode question = asking.message();
    session.post(JsonRpcMessages.result(question.get("id"), "{'action':'decline'}")).send();
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
  void olderRevisionsAreSparedTheEmptyEvent(String revision) {
    McpSession older = McpSession.open(SERVER.client(), revision);
    List<SseEvent> events = older.post(steps(1, 0.05, 1)).send().events().rest();
    assertThat(events).hasSize(2).allMatch(SseEvent::hasMessage);
    assertThat(events).allMatch(event -> event.retry() == null);
  }

  @Test
  void aQuestionAndTheAnswerToTheRequestAreOnTheSameStream() {
    SseStream stream =
        session
            .post(JsonRpcMessages.call(1, "test_elicitation", "{'message':'Who?'}"))
            .send()
            .events();
    JsonNode question = stream.message();
    assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
    RawResponse accepted =
        session
            .post(
                JsonRpcMessages.result(
                    question.get("id"),
                    "{'action':'accept','content':{'username':'u','email':'e@example.org'}}"))
            .send();
    assertThat(accepted.status()).isEqualTo(202);
    JsonNode answer = stream.message();
    assertThat(answer.path("id").asInt()).isEqualTo(1);
    assertThat(answer.toString()).contains("action=accept");
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  void aStreamThatTheServerEndsEarlyIsGoneOnWithLater() {
    SseStream stream =
        session.post(JsonRpcMessages.call(1, "test_reconnection", "{}")).send().events();
    List<SseEvent> early = stream.rest();
    assertThat(early).hasSize(1);
    assertThat(early.get(0).retry()).isPositive();
    List<SseEvent> later = session.resume(early.get(0).id()).rest();
    assertThat(later).hasSize(1);
    assertThat(lastMessage(later).path("id").asInt()).isEqualTo(1);
    assertThat(lastMessage(later).has("result")).isTrue();
  }

  @Test
  void inOlderRevisionsNoStreamEndsBeforeItsAnswer() {
    McpSession older = McpSession.open(SERVER.client(), "2025-06-18");
    JsonNode reply = older.post(JsonRpcMessages.call(1, "test_reconnection", "{}")).send().reply();
    assertThat(reply.path("id").asInt()).isEqualTo(1);
  }

  @Test
  void aDroppedStreamGoesOnWhereItWas() {
    SseStream stream = session.post(steps(1, 1.0, 5)).send().events();
    SseEvent second = null;
    for (int i = 0; i < 2; i++) {
      second = stream.nextWithMessage();
    }
    stream.close();
    List<SseEvent> rest = session.resume(second.id()).rest();
    assertThat(progress(rest)).containsExactly(3, 4, 5);
    assertThat(lastMessage(rest).path("id").asInt()).isEqualTo(1);
    assertThat(rest).hasSize(4);
  }

  @Test
  void onlyTheOneStreamIsReplayed() {
    SseStream other = session.post(steps(2, 0.4, 4)).send().events();
    SseStream stream = session.post(steps(1, 0.4, 4)).send().events();
    String first = stream.next().id();
    stream.close();
    List<SseEvent> rest = session.resume(first).rest();
    assertThat(rest).hasSize(5);
    assertThat(rest.subList(0, 4))
        .allMatch(e -> e.json().path("params").path("progressToken").asText().equals("token-1"));
    List<SseEvent> others = other.rest();
    assertThat(lastMessage(others).path("id").asInt()).isEqualTo(2);
    assertThat(others.stream().map(SseEvent::id))
        .doesNotContainAnyElementsOf(rest.stream().map(SseEvent::id).toList());
  }

  @Test
  void aStreamThatIsOverCanStillBeReplayed() {
    List<SseEvent> events = session.post(steps(1, 0.1, 2)).send().events().rest();
    List<SseEvent> again = session.resume(events.get(1).id()).rest();
    assertThat(again).isEqualTo(events.subList(2, events.size()));
  }

  @Test
  void aDroppedConnectionIsNoCancellation() {
    SseStream stream = session.post(steps(1, 0.5, 2)).send().events();
    String id = stream.next().id();
    stream.close();
    assertThat(lastMessage(session.resume(id).rest()).path("result").path("isError").asBoolean())
        .isFalse();
  }

  @Test
  void aCancelledRequestIsNotAnswered() {
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
  void anotherSessionCannotResumeIt() {
    String id = session.post(steps(1, 0.1, 1)).send().events().rest().get(0).id();
    McpSession stranger = McpSession.open(SERVER.client(), LATEST);
    Refusal.check(stranger.get().header("Last-Event-ID", id).send(), 400, -32600);
  }

  @Test
  void anEventThatNeverWasCannotBeResumedFrom() {
    String id = session.post(steps(1, 0.1, 1)).send().events().rest().get(0).id();
    String beyond = id.replaceAll("_\\d+$", "_999");
    Refusal.check(session.get().header("Last-Event-ID", beyond).send(), 400, -32600);
  }

  @Test
  void anIdThatIsInUseIsRefused() {
    SseStream stream = session.post(steps(1, 60, 600)).send().events();
    stream.nextWithMessage();
    JsonNode second = session.post(JsonRpcMessages.request(1, "ping")).send().reply();
    assertThat(second.path("error").path("code").asInt()).isEqualTo(-32600);
    session.post(JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}")).send();
    stream.rest();
  }

  @Test
  void oneStreamHasOneReader() {
    SseStream stream = session.post(steps(1, 0.5, 5)).send().events();
    String first = stream.next().id();
    List<SseEvent> resumed = session.resume(first).rest();
    assertThat(lastMessage(resumed).path("id").asInt()).isEqualTo(1);
    List<JsonNode> twice = stream.arrivedMessages().stream().filter(m -> m.has("result")).toList();
    assertThat(twice).as("the answer on the connection that was taken over").isEmpty();
  }

  @Test
  void streamsOfSeveralRequestsDoNotMix() {
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
  void whatIsSaidInARequestIsNotSaidElsewhere() {
    SseStream listening = session.listen();
    session.post(steps(1, 0.1, 2)).send().events().rest();
    assertThat(session.call("test_trigger_tool_change", "{}").has("result")).isTrue();
    assertThat(listening.message().path("method").asText())
        .isEqualTo("notifications/tools/list_changed");
    await().until(() -> listening.arrivedMessages().size() == 1);
  }
}
