package io.everythingmcp.server.protocol.stateful;

import static io.everythingmcp.server.protocol.stateful.StatefulConversation.call;
import static io.everythingmcp.server.protocol.stateful.StatefulConversation.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processing of requests in a session. */
class StatefulEraTest {
  private static final Map<String, Object> SLOW = Map.of("duration", 60, "steps", 600);

  private final StatefulConversation conversation = StatefulConversation.open(Map.of());

  @AfterEach
  void close() {
    conversation.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"test_tool_with_logging", "longRunningOperation"})
  void requestIdIsFreeAfterItsResponse(String tool) throws Exception {
    CompletableFuture<JsonNode> second = new CompletableFuture<>();
    RecordedDelivery first =
        new RecordedDelivery() {
          @Override
          void onResponse(JsonNode message) {
            RecordedDelivery next =
                conversation.send(request(1, "ping", Map.of()), new RecordedDelivery());
            second.complete(next.await());
          }
        };
    conversation.send(call(1, tool, Map.of("duration", 0.01, "steps", 1)), first);
    assertThat(second.get(30, TimeUnit.SECONDS).has("result")).as(second.get().toString()).isTrue();
  }

  @Test
  void requestIdInProgressIsRejected() {
    conversation.send(call(1, "longRunningOperation", SLOW), new RecordedDelivery());
    JsonNode second = conversation.execute(request(1, "ping", Map.of()));
    assertThat(second.at("/error/code").asInt()).isEqualTo(-32600);
  }

  @Test
  void nothingIsNotifiedBeforeInitialized() {
    RpcMessage.Request create =
        call(1, "createSessionResource", Map.of("name", "notes", "text", "early"));
    try (StatefulConversation unconfirmed = StatefulConversation.openUnconfirmed(Map.of())) {
      RecordedDelivery early = unconfirmed.openGetStream();
      unconfirmed.execute(create);
      assertThat(early.messages()).isEmpty();
    }
    RecordedDelivery ready = conversation.openGetStream();
    conversation.execute(create);
    assertThat(ready.messages()).hasSize(1);
  }

  @Test
  void rootsListChangedIsApplied() {
    RecordedDelivery listening = conversation.openGetStream();
    conversation.send(
        new RpcMessage.Notification("notifications/roots/list_changed", WireJson.object()),
        new RecordedDelivery());
    assertThat(listening.messages()).hasSize(1);
    assertThat(listening.messages().get(0).path("method").asText())
        .isEqualTo("notifications/message");
    assertThat(listening.messages().get(0).at("/params/logger").asText()).isEqualTo("roots");
  }

  @Test
  void unknownToolAsATaskIsRejected() {
    Map<String, Object> params = Map.of("name", "nope", "task", Map.of());
    JsonNode error = conversation.execute(request(1, "tools/call", params)).path("error");
    assertThat(error.path("code").asInt()).isEqualTo(-32602);
    assertThat(error.path("message").asText()).contains("nope");
    Map<String, Object> wrong = Map.of("name", "slow_compute", "task", "yes");
    assertThat(conversation.execute(request(2, "tools/call", wrong)).at("/error/code").asInt())
        .isEqualTo(-32602);
  }

  @Test
  void errorQuotesOnlyAPrefixOfTheRequest() {
    String uri = "test://" + "\ud83d\ude00".repeat(50_000);
    JsonNode read = conversation.execute(request(1, "resources/read", Map.of("uri", uri)));
    assertThat(read.at("/error/code").asInt()).isEqualTo(-32002);
    assertThat(read.toString().length()).isLessThan(5_000);
    JsonNode call = conversation.execute(request(2, "tools/call", Map.of("name", uri)));
    assertThat(call.toString().length()).isLessThan(5_000);
  }

  @Test
  void completedElicitationIsNotifiedToCapableClients() {
    RpcMessage.Request request = call(1, "elicitUrl", Map.of("viaError", true));
    JsonNode refused = conversation.execute(request);
    assertThat(refused.at("/result/isError").asBoolean()).isTrue();
    assertThat(refused.at("/result/content/0/text").asText()).contains("elicitation.url");
    Map<String, Object> pages = Map.of("elicitation", Map.of("url", Map.of()));
    try (StatefulConversation able = StatefulConversation.open(pages)) {
      assertThat(able.execute(request).at("/error/code").asInt()).isEqualTo(-32042);
    }
  }

  @Test
  void endOfSessionDeletesItsData() {
    conversation.execute(
        call(1, "createSessionResource", Map.of("name", "notes", "text", "for this session")));
    JsonNode task =
        conversation.execute(
            request(
                2,
                "tools/call",
                Map.of(
                    "name",
                    "longRunningOperation",
                    "arguments",
                    SLOW,
                    "task",
                    Map.of("ttl", 600_000))));
    assertThat(task.at("/result/task/status").asText()).isEqualTo("working");
    // The session and its creation, the resource, the task.
    assertThat(conversation.store().sizes().get(0)).isEqualTo(4);
    conversation.endSession();
    assertThat(conversation.store().sizes().get(0)).isZero();
  }

  @Test
  void endOfSessionDuringARequestDeletesItsData() {
    RpcMessage.Request silent = call(1, "longRunningOperation", SLOW);
    RpcMessage.Request loud =
        request(
            2,
            "tools/call",
            Map.of(
                "name",
                "longRunningOperation",
                "arguments",
                Map.of("duration", 60, "steps", 1000),
                "_meta",
                Map.of("progressToken", "p")));
    RecordedDelivery first = conversation.send(silent, new RecordedDelivery());
    RecordedDelivery second = conversation.send(loud, new RecordedDelivery());
    RecordedDelivery listening = conversation.openGetStream();
    conversation.endSession();
    first.awaitEnd();
    second.awaitEnd();
    listening.awaitEnd();
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(conversation.server().activeRequestCount()).isZero());
    assertThat(conversation.store().sizes()).containsExactly(0, 0);
  }
}
