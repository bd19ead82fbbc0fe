package io.everythingmcp.server.protocol.stateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.util.Duration;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that disconnect or cancel a request, and request timeouts. */
class CancellationTest {
  private final CancellableTool patient = new CancellableTool();
  private final StatelessHarness harness = new StatelessHarness(patient);

  @AfterEach
  void close() {
    harness.close();
  }

  private RecordingExchange startCall() {
    RecordingExchange exchange =
        harness
            .meta(Map.of("progressToken", "p", "io.modelcontextprotocol/logLevel", "debug"))
            .send("tools/call", Map.of("name", "patient"));
    await().until(() -> patient.startedCalls() > 0);
    assertThat(harness.server().activeRequestCount()).isEqualTo(1);
    return exchange;
  }

  private void stopped(RecordingExchange exchange) {
    await().until(() -> patient.endedCalls() > 0 && harness.server().activeRequestCount() == 0);
    assertThat(exchange.events()).as("nothing is sent to a disconnected client").isEmpty();
    assertThat(exchange.response()).isNull();
  }

  @Test
  void disconnectionCancelsARequest() {
    RecordingExchange exchange = startCall();
    exchange.disconnect();
    stopped(exchange);
  }

  @Test
  void disconnectionCancelsAStream() {
    RecordingExchange exchange = startCall();
    assertThat(exchange.stream()).isFalse();
    exchange.listener().onKeepAlive();
    assertThat(exchange.stream())
        .as("a stream has keep-alive comments, plain JSON has none")
        .isTrue();
    exchange.disconnect();
    await().until(() -> patient.endedCalls() > 0);
    assertThat(exchange.events()).isEmpty();
  }

  @Test
  void stdioNotificationCancelsById() {
    harness.overStdio();
    RecordingExchange exchange = startCall();
    for (Object id : new Object[] {"1", 2, Map.of(), "unknown"}) {
      cancel(id);
    }
    assertThat(harness.server().activeRequestCount()).isEqualTo(1);
    cancel(1);
    stopped(exchange);
    cancel(1);
  }

  private void cancel(Object id) {
    harness.serve(
        new RpcMessage.Notification(
            "notifications/cancelled", WireJson.tree(Map.of("requestId", id, "reason", "enough"))));
  }

  @Test
  void httpNotificationCancelsNothing() {
    startCall();
    cancel(1);
    assertThat(harness.server().activeRequestCount()).isEqualTo(1);
  }

  @Test
  void idIsUniqueOnASharedChannel() {
    harness.overStdio();
    RecordingExchange exchange = startCall();
    RecordingExchange second = harness.send("tools/list", Map.of());
    assertThat(second.error().path("code").asInt()).isEqualTo(-32600);
    exchange.disconnect();
    await().until(() -> harness.server().activeRequestCount() == 0);
    assertThat(harness.send("tools/list", Map.of()).result().has("tools")).isTrue();
  }

  @Test
  void timedOutRequestIsCancelledWithAnError() {
    try (StatelessHarness hasty = new StatelessHarness(Duration.milliseconds(200), patient)) {
      RecordingExchange exchange = hasty.send("tools/call", Map.of("name", "patient")).await();
      assertThat(exchange.error().path("code").asInt()).isEqualTo(-32603);
      assertThat(exchange.error().path("message").asText()).contains("requestTimeout");
      await().until(() -> patient.endedCalls() > 0 && hasty.server().activeRequestCount() == 0);
    }
  }

  @Test
  void slowClientMissesNotifications() {
    RecordingExchange exchange = new RecordingExchange();
    exchange.setFull(true);
    StatelessResponseStream reply = new StatelessResponseStream(exchange);
    reply.send(RpcMessage.notification("a", null));
    reply.send(RpcMessage.notification("b", null));
    exchange.setFull(false);
    reply.ready();
    reply.send(RpcMessage.notification("c", null));
    assertThat(exchange.messages())
        .extracting(message -> message.path("method").asText())
        .containsExactly("a", "c");
  }
}
