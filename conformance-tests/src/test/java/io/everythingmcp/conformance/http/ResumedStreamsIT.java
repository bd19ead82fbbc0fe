package io.everythingmcp.conformance.http;

import static io.everythingmcp.conformance.http.ProgressEvents.lastMessage;
import static io.everythingmcp.conformance.http.ProgressEvents.progress;
import static io.everythingmcp.conformance.http.ProgressEvents.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Resumption of a stream whose connection was closed.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability</a>
 */
class ResumedStreamsIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST, "{'elicitation':{}}");
  }

  @Test
  void streamClosedByTheServerIsResumed() {
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
  void earlierRevisionsCloseNoStreamBeforeItsResponse() {
    McpSession older = McpSession.open(SERVER.client(), "2025-06-18");
    JsonNode reply = older.post(JsonRpcMessages.call(1, "test_reconnection", "{}")).send().reply();
    assertThat(reply.path("id").asInt()).isEqualTo(1);
  }

  @Test
  void closedStreamIsResumed() {
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
  void onlyTheResumedStreamIsReplayed() {
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
  void completedStreamIsReplayed() {
    List<SseEvent> events = session.post(steps(1, 0.1, 2)).send().events().rest();
    List<SseEvent> again = session.resume(events.get(1).id()).rest();
    assertThat(again).isEqualTo(events.subList(2, events.size()));
  }

  @Test
  void closedConnectionIsNoCancellation() {
    SseStream stream = session.post(steps(1, 0.5, 2)).send().events();
    String id = stream.next().id();
    stream.close();
    assertThat(lastMessage(session.resume(id).rest()).path("result").path("isError").asBoolean())
        .isFalse();
  }

  @Test
  void anotherSessionCannotResume() {
    String id = session.post(steps(1, 0.1, 1)).send().events().rest().get(0).id();
    McpSession another = McpSession.open(SERVER.client(), LATEST);
    ErrorResponse.check(another.get().header("Last-Event-ID", id).send(), 400, -32600);
  }

  @Test
  void unknownEventIdIsRejected() {
    String id = session.post(steps(1, 0.1, 1)).send().events().rest().get(0).id();
    String beyond = id.replaceAll("_\\d+$", "_999");
    ErrorResponse.check(session.get().header("Last-Event-ID", beyond).send(), 400, -32600);
  }

  @Test
  void streamHasOneConnection() {
    SseStream stream = session.post(steps(1, 0.5, 5)).send().events();
    String first = stream.next().id();
    List<SseEvent> resumed = session.resume(first).rest();
    assertThat(lastMessage(resumed).path("id").asInt()).isEqualTo(1);
    List<JsonNode> twice = stream.arrivedMessages().stream().filter(m -> m.has("result")).toList();
    assertThat(twice).as("response on the replaced connection").isEmpty();
  }
}
