package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.PubSubChannels.Subscription;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface PubSubChannelsContract {
  String PROBE = "probe";

  StateStore store();

  /** Returns a unique name. */
  String name();

  private PubSubChannels signals() {
    return store().signals();
  }

  /** Records messages, without probes and empty messages, which may arrive at any time. */
  final class Listener implements Consumer<String> {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile boolean receives;

    @Override
    public void accept(String message) {
      if (message.equals(PROBE)) {
        receives = true;
      } else if (!message.isEmpty()) {
        messages.add(message);
      }
    }

    void awaitMessages(String... expected) {
      await().untilAsserted(() -> assertThat(messages).containsExactly(expected));
    }
  }

  private Subscription subscribe(Listener listener) {
    listener.receives = false;
    Subscription subscription = signals().subscribe(name(), listener);
    awaitReceives(listener);
    return subscription;
  }

  private void awaitReceives(Listener listener) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              signals().publish(name(), PROBE);
              return listener.receives;
            });
  }

  @Test
  default void publishWithoutListeners() {
    signals().publish(name(), "unknown-id");
  }

  @Test
  default void everyListenerOfTheChannelReceives() {
    Listener one = new Listener();
    Listener two = new Listener();
    Listener other = new Listener();
    subscribe(one);
    subscribe(two);
    signals().subscribe(name() + ":other", other);
    signals().publish(name(), "ü 漢 {\"a\":1}");
    one.awaitMessages("ü 漢 {\"a\":1}");
    two.awaitMessages("ü 漢 {\"a\":1}");
    assertThat(other.messages).isEmpty();
  }

  @Test
  default void messagesKeepTheirOrder() {
    Listener listener = new Listener();
    subscribe(listener);
    String[] messages = IntStream.range(0, 300).mapToObj(Integer::toString).toArray(String[]::new);
    for (String message : messages) {
      signals().publish(name(), message);
    }
    listener.awaitMessages(messages);
  }

  @Test
  default void closedSubscriptionReceivesNothing() {
    Listener leaves = new Listener();
    Listener stays = new Listener();
    Subscription subscription = subscribe(leaves);
    subscribe(stays);
    subscription.close();
    subscription.close();
    signals().publish(name(), "later");
    stays.awaitMessages("later");
    assertThat(leaves.messages).isEmpty();
  }

  @Test
  default void newSubscriptionReceivesAgain() {
    Listener listener = new Listener();
    for (int i = 0; i < 20; i++) {
      subscribe(listener).close();
    }
    subscribe(listener);
    signals().publish(name(), "now");
    listener.awaitMessages("now");
  }

  @Test
  default void listenerMaySubscribeTwice() {
    Listener listener = new Listener();
    Subscription first = subscribe(listener);
    subscribe(listener);
    signals().publish(name(), "a");
    listener.awaitMessages("a", "a");
    first.close();
    signals().publish(name(), "b");
    listener.awaitMessages("a", "a", "b");
  }

  @Test
  default void failingListenerIsIsolated() {
    Listener listener = new Listener();
    signals()
        .subscribe(
            name(),
            message -> {
              throw new IllegalStateException("on purpose");
            });
    subscribe(listener);
    signals().publish(name(), "a");
    signals().publish(name(), "b");
    listener.awaitMessages("a", "b");
  }

  @Test
  default void listenerMaySubscribePublishAndClose() {
    Listener inner = new Listener();
    Listener last = new Listener();
    subscribe(last);
    Subscription[] own = new Subscription[1];
    own[0] =
        signals()
            .subscribe(
                name(),
                message -> {
                  if (message.equals("go")) {
                    signals().subscribe(name(), inner);
                    signals().publish(name(), "gone");
                    own[0].close();
                  }
                });
    await()
        .until(
            () -> {
              signals().publish(name(), "go");
              return last.messages.contains("gone");
            });
    awaitReceives(inner);
  }

  @Test
  default void concurrentSubscriptionsAndClosings() throws Exception {
    ConcurrentRun.call(
        8,
        thread -> {
          for (int i = 0; i < 100; i++) {
            signals().subscribe(name(), message -> {}).close();
            signals().subscribe(name() + ":" + i, message -> {}).close();
          }
          return null;
        });
    Listener listener = new Listener();
    subscribe(listener);
    signals().publish(name(), "still");
    listener.awaitMessages("still");
  }
}
