package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.PubSubChannels.Subscription;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.testing.store.RedisTestServer;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.ClientKillParams;

class RedisPubSubChannelsTest {
  @AutoClose private static final RedisTestServer REDIS = RedisTestServer.run();

  @AutoClose("shutdownNow")
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AutoClose private final RedisStore store = new RedisStore(REDIS.url(), executor);
  @AutoClose private final RedisStore other = new RedisStore(REDIS.url(), executor);
  private final Jedis redis = new Jedis("127.0.0.1", REDIS.port());

  @AfterEach
  void disconnect() {
    redis.close();
  }

  /** Records all messages. */
  private static final class ReceivedMessages implements Consumer<String> {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void accept(String message) {
      messages.add(message);
    }

    void await(String... expected) {
      org.awaitility.Awaitility.await()
          .pollInterval(Duration.ofMillis(2))
          .untilAsserted(() -> assertThat(messages).containsExactly(expected));
    }
  }

  private void cutListeners() {
    redis.clientKill(new ClientKillParams().type(ClientType.PUBSUB));
  }

  private long channels(String pattern) {
    return redis.pubsubChannels(pattern).size();
  }

  @Test
  void listenerIsNotifiedOnceSubscribed() {
    ReceivedMessages first = new ReceivedMessages();
    ReceivedMessages second = new ReceivedMessages();
    store.signals().subscribe("channel", first);
    first.await("");
    assertThat(redis.pubsubNumSub("channel")).containsEntry("channel", 1L);
    store.signals().subscribe("channel", second);
    second.await("");
    other.signals().publish("channel", "a");
    first.await("", "a");
    second.await("", "a");
  }

  @Test
  void reconnectionNotifiesEveryListener() {
    int many = 1_200;
    Map<Integer, List<String>> heard = new ConcurrentHashMap<>();
    for (int i = 0; i < many; i++) {
      int number = i;
      heard.put(number, new CopyOnWriteArrayList<>());
      store.signals().subscribe("channel:" + i, message -> heard.get(number).add(message));
    }
    await().until(() -> heard.values().stream().allMatch(messages -> messages.equals(List.of(""))));
    for (int round = 0; round < 3; round++) {
      heard.values().forEach(List::clear);
      cutListeners();
      await()
          .until(() -> heard.values().stream().allMatch(messages -> messages.equals(List.of(""))));
    }
    for (int i = 0; i < many; i++) {
      other.signals().publish("channel:" + i, "message " + i);
    }
    await()
        .until(
            () ->
                heard.entrySet().stream()
                    .allMatch(e -> e.getValue().equals(List.of("", "message " + e.getKey()))));
  }

  @Test
  void repeatedDisconnectionsLoseNoListener() {
    ReceivedMessages stays = new ReceivedMessages();
    store.signals().subscribe("stays", stays);
    List<Subscription> come = new ArrayList<>();
    List<ReceivedMessages> came = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ReceivedMessages heard = new ReceivedMessages();
      came.add(heard);
      come.add(store.signals().subscribe("comes:" + i, heard));
      cutListeners();
      if (i % 2 == 0) {
        // Every second connection is closed before it is established.
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(1))
            .until(() -> heard.messages.contains(""));
      }
    }
    stays.messages.clear();
    await()
        .until(
            () -> {
              other.signals().publish("stays", "still");
              return stays.messages.contains("still");
            });
    await().until(() -> came.stream().allMatch(heard -> heard.messages.contains("")));
    come.forEach(Subscription::close);
    await().until(() -> channels("comes:*") == 0);
    assertThat(listeners()).isEqualTo(2);
  }

  /** Returns the number of subscribed connections. */
  private long listeners() {
    return redis.clientList(ClientType.PUBSUB).lines().count();
  }

  @Test
  void closedConnectionIsNotReopenedByWriting() {
    RedisUrl url = RedisUrl.parse(REDIS.url());
    JedisClientConfig config = url.config("test");
    Connection connection =
        new Connection(new RedisSocketFactory(url::address, config).once(), config);
    assertThat(connection.ping()).isTrue();
    connection.close();
    assertThatThrownBy(connection::ping).isInstanceOf(JedisConnectionException.class);
  }

  @Test
  void listenersShareOneConnection() {
    List<Subscription> subscriptions = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      subscriptions.add(store.signals().subscribe("many:" + i, message -> {}));
    }
    await().until(() -> channels("many:*") == 2_000);
    assertThat(listeners()).isEqualTo(2);
    subscriptions.forEach(Subscription::close);
    await().until(() -> channels("many:*") == 0);
  }

  @Test
  void quickResubscriptionSendsNoCommand() {
    listenForAMoment();
    try (RedisMonitor monitor = new RedisMonitor(REDIS.port())) {
      assertThat(
              monitor.during(
                  () -> {
                    for (int i = 0; i < 100; i++) {
                      listenForAMoment();
                    }
                  }))
          .isEmpty();
    }
  }

  private void listenForAMoment() {
    ReceivedMessages heard = new ReceivedMessages();
    Subscription subscription = store.signals().subscribe("moment", heard);
    heard.await("");
    subscription.close();
  }

  @Test
  void slowListenerDelaysNoOther() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(1);
    store
        .signals()
        .subscribe(
            "channel",
            message -> {
              try {
                blocked.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    ReceivedMessages heard = new ReceivedMessages();
    store.signals().subscribe("channel", heard);
    heard.await("");
    for (int i = 1; i <= 3_000; i++) {
      store.signals().publish("channel", "message " + i);
      if (i % 500 == 0) {
        int soFar = i + 1;
        await().until(() -> heard.messages.size() == soFar);
      }
    }
    blocked.countDown();
  }

  @Test
  void overflowBecomesOneEmptyMessage() {
    ReceivedMessages heard = new ReceivedMessages();
    ListenerQueue queue = new ListenerQueue(heard);
    for (int i = 0; i < 1_005; i++) {
      queue.offer("message " + i);
    }
    assertThat(queue.run()).isTrue();
    heard.await("", "message 1000", "message 1001", "message 1002", "message 1003", "message 1004");
  }

  @Test
  void queuedEmptyMessagesAreMerged() {
    ReceivedMessages heard = new ReceivedMessages();
    ListenerQueue queue = new ListenerQueue(heard);
    List.of("", "", "a", "", "", "b", "b").forEach(queue::offer);
    queue.run();
    heard.await("", "a", "", "b", "b");
  }

  @Test
  void fullExecutorLosesNothing() {
    AtomicInteger calls = new AtomicInteger();
    ReceivedMessages heard = new ReceivedMessages();
    try (RedisStore busy =
        new RedisStore(
            REDIS.url(),
            task -> {
              if (calls.incrementAndGet() % 3 != 0) {
                throw new RejectedExecutionException("full, on purpose");
              }
              executor.execute(task);
            })) {
      busy.signals().subscribe("channel", heard);
      heard.await("");
      for (int i = 0; i < 20; i++) {
        other.signals().publish("channel", "message " + i);
      }
      await().until(() -> heard.messages.size() == 21);
      assertThat(calls.get()).isGreaterThan(2);
    }
  }

  @Test
  void listenerIsRetriedAfterAnOutage() {
    AtomicInteger calls = new AtomicInteger();
    List<String> heard = new CopyOnWriteArrayList<>();
    store
        .signals()
        .subscribe(
            "channel",
            message -> {
              if (calls.incrementAndGet() <= 2) {
                throw new StoreUnavailableException(new ConnectException("on purpose"));
              }
              heard.add(message);
            });
    await().untilAsserted(() -> assertThat(heard).containsExactly(""));
    assertThat(calls).hasValue(3);
  }
}
