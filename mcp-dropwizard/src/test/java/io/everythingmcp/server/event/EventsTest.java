package io.everythingmcp.server.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events are published to their subscribers, and errors of subscribers are isolated. */
class EventsTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final AtomicInteger handedOver = new AtomicInteger();
  private final ServerEventBus events =
      new ServerEventBus(
          task -> {
            handedOver.incrementAndGet();
            executor.execute(task);
          });
  private final MemoryStore store = new MemoryStore();

  @AfterEach
  void shutDown() {
    executor.shutdownNow();
    store.close();
  }

  private static ServerEvent.ToolCalled tool(int number) {
    return new ServerEvent.ToolCalled("tool" + number, null, null, null, null, number, true);
  }

  @Test
  void typesHaveTheirDocumentedNames() {
    assertThat(new ServerEvent.Stopped().type()).isEqualTo("stopped");
    assertThat(tool(1).type()).isEqualTo("toolCalled");
    assertThat(new ServerEvent.TransportError(null, null, null, null, "").type())
        .isEqualTo("transportError");
    assertThat(ServerEvent.class.getPermittedSubclasses()).hasSize(13);
  }

  @Test
  void listenerReceivesAllInOrder() {
    List<String> heard = new CopyOnWriteArrayList<>();
    events.subscribe(ServerEvent.ToolCalled.class, event -> heard.add(event.toolName()));
    List<String> expected = new ArrayList<>();
    IntStream.range(0, 5_000)
        .forEach(
            i -> {
              events.publish(tool(i));
              expected.add("tool" + i);
            });
    events.publish(new ServerEvent.Stopped());
    await().untilAsserted(() -> assertThat(heard).isEqualTo(expected));
    assertThat(events.droppedCount()).isZero();
  }

  @Test
  void failingListenerIsIsolated() {
    List<ServerEvent> heard = new CopyOnWriteArrayList<>();
    List<ServerEvent> thrown = new CopyOnWriteArrayList<>();
    events.subscribe(
        event -> {
          thrown.add(event);
          throw new IllegalStateException("on purpose");
        });
    events.subscribe(heard::add);
    events.publish(tool(1));
    events.publish(tool(2));
    await().untilAsserted(() -> assertThat(heard).hasSize(2));
    await().untilAsserted(() -> assertThat(thrown).hasSize(2));
  }

  @Test
  void stalledListenerBuffersTenThousandEvents() {
    CountDownLatch release = new CountDownLatch(1);
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicInteger begun = new AtomicInteger();
    events.subscribe(
        ServerEvent.ToolCalled.class,
        event -> {
          begun.incrementAndGet();
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          heard.add(event.toolName());
        });
    events.publish(tool(0));
    await().untilAsserted(() -> assertThat(begun).hasValue(1));

    List<String> others = new CopyOnWriteArrayList<>();
    events.subscribe(ServerEvent.ToolCalled.class, event -> others.add(event.toolName()));
    IntStream.rangeClosed(1, 10_000).forEach(i -> events.publish(tool(i)));
    assertThat(events.droppedCount()).isZero();
    await().untilAsserted(() -> assertThat(others).hasSize(10_000));
    events.publish(tool(10_001));
    assertThat(events.droppedCount()).isEqualTo(1);

    release.countDown();
    await().untilAsserted(() -> assertThat(heard).hasSize(10_001).endsWith("tool10000"));
    await().untilAsserted(() -> assertThat(others).endsWith("tool10001"));
  }

  @Test
  void unsubscribedEventIsNotCreated() {
    List<ServerEvent> stops = new CopyOnWriteArrayList<>();
    events.subscribe(ServerEvent.Stopped.class, stops::add);
    events.publishIfSubscribed(
        ServerEvent.ToolCalled.class,
        () -> {
          throw new AssertionError("The tool was created by another class");
        });
    events.publish(tool(0));
    assertThat(handedOver).hasValue(0);
    events.publishIfSubscribed(ServerEvent.Stopped.class, ServerEvent.Stopped::new);
    await().untilAsserted(() -> assertThat(stops).containsExactly(new ServerEvent.Stopped()));
    assertThat(handedOver).hasPositiveValue();
  }

  @Test
  void requestAndSessionEventsAreFrequent() {
    assertThat(
            Arrays.stream(ServerEvent.class.getPermittedSubclasses())
                .filter(kind -> ServerEvent.frequent(kind.asSubclass(ServerEvent.class)))
                .map(Class::getSimpleName))
        .containsExactlyInAnyOrder(
            "SessionCreated", "SessionEnded", "ToolCalled", "TransportError");
  }

  @Test
  void relaySubscriberReceivesEventsOfAllInstances() {
    EventRelay here = new EventRelay(store, executor);
    EventRelay there = new EventRelay(store, executor);
    ServerEventBus elsewhere = new ServerEventBus(executor);
    here.attach(events);
    there.attach(elsewhere);
    elsewhere.publish(tool(0));
    elsewhere.publish(new ServerEvent.TokenAdded("abcdefgh", "a token", "acme"));

    List<String> seen = new CopyOnWriteArrayList<>();
    List<Long> numbers = new CopyOnWriteArrayList<>();
    ServerEventBus.Subscription watch =
        here.subscribe(
            0,
            entry -> {
              numbers.add(entry.number());
              entry.notices().forEach(notice -> seen.add(notice.type() + "@" + notice.instance()));
            });
    String remote = "@" + there.instance();
    await().untilAsserted(() -> assertThat(seen).containsExactly("tokenAdded" + remote));

    elsewhere.publish(tool(1));
    await()
        .untilAsserted(
            () -> assertThat(seen).containsExactly("tokenAdded" + remote, "toolCalled" + remote));
    events.publish(new ServerEvent.SessionEnded("s", null, null, null, 1, "deleted"));
    await().untilAsserted(() -> assertThat(seen).endsWith("sessionEnded@" + here.instance()));
    watch.close();

    long before = numbers.get(numbers.size() - 1);
    events.publish(new ServerEvent.Started("u", "h", 1, "/mcp", Instant.now()));
    List<String> later = new CopyOnWriteArrayList<>();
    there.subscribe(before, entry -> entry.notices().forEach(notice -> later.add(notice.type())));
    await().untilAsserted(() -> assertThat(later).containsExactly("started"));
    assertThat(seen).hasSize(3);
  }

  @Test
  void logShortensSessionIds() {
    ServerEvent ended =
        new ServerEvent.SessionEnded("0123456789abcdef", null, null, null, 12, "expired");
    assertThat(EventLogger.line(ended))
        .isEqualTo("sessionEnded sessionId=01234567... duration=12 reason=expired");
  }
}
