package io.everythingmcp.server.protocol.stateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code subscriptions/listen}. */
class ListenTest {
  private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

  private final StatelessHarness harness = new StatelessHarness();
  private final ChangeNotifier changes = harness.server().runtime().catalog();

  @AfterEach
  void close() {
    harness.close();
  }

  private RecordingExchange subscribe(Object id, Map<String, Object> notifications) {
    return harness.send(
        WireJson.tree(id), "subscriptions/listen", Map.of("notifications", notifications));
  }

  private static JsonNode subscription(JsonNode message) {
    return message
        .path(message.has("result") ? "result" : "params")
        .path("_meta")
        .path(SUBSCRIPTION);
  }

  @Test
  void acknowledgementPrecedesNotifications() {
    changes.toolListChanged();
    RecordingExchange exchange =
        subscribe(
            7,
            Map.of(
                "toolsListChanged",
                true,
                "promptsListChanged",
                false,
                "unknown",
                5,
                "resourceSubscriptions",
                List.of("a://b", "a://b", "c://d")));
    assertThat(exchange.stream()).isTrue();
    JsonNode first = exchange.messages().get(0);
    assertThat(first.path("method").asText()).isEqualTo("notifications/subscriptions/acknowledged");
    assertThat(first.at("/params/notifications"))
        .isEqualTo(
            WireJson.tree(
                Map.of(
                    "toolsListChanged", true, "resourceSubscriptions", List.of("a://b", "c://d"))));
    assertThat(subscription(first)).isEqualTo(WireJson.tree(7));
    assertThat(exchange.isClosed()).isFalse();
  }

  @Test
  void onlyRequestedNotificationsAreSent() {
    RecordingExchange tools = subscribe("one", Map.of("toolsListChanged", true));
    RecordingExchange prompts = subscribe(2, Map.of("promptsListChanged", true));
    RecordingExchange both =
        subscribe(3, Map.of("toolsListChanged", true, "promptsListChanged", true));
    RecordingExchange watching = subscribe(4, Map.of("resourceSubscriptions", List.of("a://b")));
    RecordingExchange nothing = subscribe(5, Map.of());
    changes.toolListChanged();
    changes.promptListChanged();
    changes.resourceListChanged();
    changes.resourceUpdated("a://b");
    changes.resourceUpdated("a://c");
    await().until(() -> both.events().size() == 3 && watching.events().size() == 2);
    await().until(() -> tools.events().size() == 2 && prompts.events().size() == 2);
    assertThat(methods(tools)).containsExactly("notifications/tools/list_changed");
    assertThat(methods(prompts)).containsExactly("notifications/prompts/list_changed");
    assertThat(methods(watching)).containsExactly("notifications/resources/updated");
    assertThat(watching.messages().get(1).at("/params/uri").asText()).isEqualTo("a://b");
    assertThat(methods(nothing)).isEmpty();
    assertThat(tools.messages()).allMatch(m -> subscription(m).equals(WireJson.tree("one")));
    assertThat(both.messages()).allMatch(m -> subscription(m).equals(WireJson.tree(3)));
  }

  @Test
  void afterAnOutageAllRequestedListsAreNotified() {
    RecordingExchange all =
        subscribe(
            1,
            Map.of(
                "toolsListChanged",
                true,
                "promptsListChanged",
                true,
                "resourcesListChanged",
                true,
                "resourceSubscriptions",
                List.of("a://b", "c://d")));
    RecordingExchange prompts = subscribe(2, Map.of("promptsListChanged", true));
    RecordingExchange watching = subscribe(3, Map.of("resourceSubscriptions", List.of("e://f")));
    harness.server().runtime().store().signals().publish("mcp:changes", "");
    await().until(() -> all.events().size() == 6);
    await().until(() -> prompts.events().size() == 2 && watching.events().size() == 2);
    assertThat(methods(all))
        .containsExactlyInAnyOrder(
            "notifications/tools/list_changed",
            "notifications/prompts/list_changed",
            "notifications/resources/list_changed",
            "notifications/resources/updated",
            "notifications/resources/updated");
    assertThat(all.messages().stream().map(m -> m.at("/params/uri").asText("")))
        .contains("a://b", "c://d");
    assertThat(methods(prompts)).containsExactly("notifications/prompts/list_changed");
    assertThat(watching.messages().get(1).at("/params/uri").asText()).isEqualTo("e://f");
  }

  private static List<String> methods(RecordingExchange exchange) {
    return exchange.messages().stream().skip(1).map(m -> m.path("method").asText()).toList();
  }

  @Test
  void slowSubscriberReceivesEachNotificationOnce() {
    RecordingExchange exchange =
        subscribe(1, Map.of("toolsListChanged", true, "resourceSubscriptions", List.of("a://b")));
    exchange.setFull(true);
    changes.toolListChanged();
    await().until(() -> exchange.events().size() == 2);
    for (int i = 0; i < 1_000; i++) {
      changes.toolListChanged();
      changes.resourceUpdated("a://b");
    }
    await().during(Duration.ofMillis(200)).until(() -> exchange.events().size() == 2);
    exchange.setFull(false);
    assertThat(methods(exchange).subList(1, 3))
        .containsExactlyInAnyOrder(
            "notifications/tools/list_changed", "notifications/resources/updated");
    assertThat(exchange.events()).hasSize(4);
  }

  @Test
  void tenThousandSubscriptionsAreSupported() {
    Map<String, Object> wish = Map.of("toolsListChanged", true);
    RecordingExchange first = subscribe(0, wish);
    for (int i = 1; i < 10_000; i++) {
      assertThat(subscribe(i, wish).stream()).as("listener %d", i).isTrue();
    }
    RecordingExchange refused = subscribe(10_000, wish);
    assertThat(refused.stream()).isFalse();
    assertThat(refused.status()).isEqualTo(503);
    first.disconnect();
    assertThat(subscribe(10_001, wish).stream()).isTrue();
  }

  @Test
  void disconnectedSubscriberReceivesNothing() {
    RecordingExchange exchange = subscribe(1, Map.of("toolsListChanged", true));
    RecordingExchange other = subscribe(1, Map.of("toolsListChanged", true));
    exchange.disconnect();
    changes.toolListChanged();
    await().until(() -> other.events().size() == 2);
    assertThat(exchange.events()).hasSize(1);
  }

  @Test
  void endIsAResponse() {
    RecordingExchange exchange = subscribe("x", Map.of("toolsListChanged", true));
    harness.server().drain();
    exchange.await();
    assertThat(exchange.events()).hasSize(2);
    assertThat(exchange.response().path("id")).isEqualTo(WireJson.tree("x"));
    assertThat(exchange.result().path("resultType").asText()).isEqualTo("complete");
    assertThat(subscription(exchange.response())).isEqualTo(WireJson.tree("x"));
    changes.toolListChanged();
  }

  @Test
  void transportCanEndTheStream() {
    RecordingExchange exchange = subscribe(1, Map.of());
    exchange.listener().onShutdown();
    assertThat(exchange.await().result().path("resultType").asText()).isEqualTo("complete");
  }

  @Test
  void expiryOfAuthenticationEndsTheStream() {
    harness.as("alice", Instant.now().plusMillis(1_500));
    RecordingExchange exchange = subscribe(1, Map.of());
    assertThat(exchange.isClosed()).isFalse();
    assertThat(exchange.await().result().path("resultType").asText()).isEqualTo("complete");
  }

  @Test
  void stdioEndIsAnnounced() {
    harness.overStdio();
    RecordingExchange exchange = subscribe(9, Map.of());
    harness.server().drain();
    exchange.await();
    assertThat(exchange.messages().get(1).path("method").asText())
        .isEqualTo("notifications/cancelled");
    assertThat(exchange.messages().get(1).at("/params/requestId")).isEqualTo(WireJson.tree(9));
    assertThat(exchange.response().path("id")).isEqualTo(WireJson.tree(9));
  }

  @Test
  void stdioClientEndsTheStreamSilently() {
    harness.overStdio();
    RecordingExchange exchange = subscribe(9, Map.of("toolsListChanged", true));
    harness.serve(
        new RpcMessage.Notification(
            "notifications/cancelled", WireJson.tree(Map.of("requestId", 9))));
    assertThat(exchange.isClosed()).isTrue();
    assertThat(exchange.events()).hasSize(1);
    assertThat(subscribe(9, Map.of()).events()).as("the id can be reused").hasSize(1);
  }

  @Test
  void subscriptionsPerCallerAreLimited() {
    harness.as("alice", null);
    List<RecordingExchange> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(subscribe(i, Map.of()));
    }
    RecordingExchange tooMany = subscribe(100, Map.of());
    assertThat(tooMany.status()).isEqualTo(503);
    all.get(0).disconnect();
    assertThat(subscribe(101, Map.of()).stream()).isTrue();
    harness.as("bob", null);
    assertThat(subscribe(1, Map.of()).stream()).isTrue();
  }

  @Test
  void subscriptionsOfAnAddressWithoutAuthenticationAreLimited() {
    harness.from("192.0.2.1");
    RecordingExchange first = subscribe(0, Map.of());
    for (int i = 1; i < 5_000; i++) {
      assertThat(subscribe(i, Map.of()).stream()).isTrue();
    }
    assertThat(subscribe(5_000, Map.of()).status()).isEqualTo(503);
    harness.from("192.0.2.2");
    assertThat(subscribe(5_001, Map.of()).stream()).isTrue();
    harness.from("192.0.2.1");
    first.disconnect();
    assertThat(subscribe(5_002, Map.of()).stream()).isTrue();
    assertThat(subscribe(5_003, Map.of()).status()).isEqualTo(503);
  }

  @Test
  void subscribedUrisAreLimited() {
    List<String> uris = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      uris.add("a://" + i);
    }
    JsonNode honoured =
        subscribe(1, Map.of("resourceSubscriptions", uris))
            .messages()
            .get(0)
            .at("/params/notifications/resourceSubscriptions");
    assertThat(honoured).hasSize(1_000);
  }

  @Test
  void noThreadIsBlocked() {
    int before = Thread.activeCount();
    for (int i = 0; i < 1_000; i++) {
      subscribe(i, Map.of("toolsListChanged", true));
    }
    assertThat(Thread.activeCount()).isLessThan(before + 20);
  }
}
