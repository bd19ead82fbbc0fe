package io.everythingmcp.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.PubSubChannels.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface SignalsContract {
  String PROBE = "probe";

  StateStore store();

  /** Returns a unique name. */
  String name();

  private PubSubChannels signals() {
    return store().signals();
  }

  /** Records messages, without probes and empty messages, which may arrive at any time. */
  final class Listener implements Consumer<String> {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean hears;

    @Override
    public void accept(String message) {
      if (message.equals(PROBE)) {
        hears = true;
      } else if (!message.isEmpty()) {
        heard.add(message);
      }
    }

    void awaitHeard(String... messages) {
      await().untilAsserted(() -> assertThat(heard).containsExactly(messages));
    }
  }

  private Subscription listen(Listener listener) {
    listener.hears = false;
    Subscription subscription = signals().subscribe(name(), listener);
    awaitHears(listener);
    return subscription;
  }

  private void awaitHears(Listener listener) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              signals().publish(name(), PROBE);
              return listener.hears;
            });
  }

  @Test
  default void publishWithoutListeners() {
    signals().publish(name(), "nobody");
  }

  @Test
  default void everyListenerOfTheChannelReceives() {
    Listener one = new Listener();
    Listener two = new Listener();
    Listener other = new Listener();
    listen(one);
    listen(two);
    signals().subscribe(name() + ":other", other);
    signals().publish(name(), "ü 漢 {\"a\":1}");
    one.awaitHeard("ü 漢 {\"a\":1}");
    two.awaitHeard("ü 漢 {\"a\":1}");
    assertThat(other.heard).isEmpty();
  }

  @Test
  default void messagesKeepTheirOrder() {
    Listener listener = new Listener();
    listen(listener);
    String[] messages = IntStream.range(0, 300).mapToObj(Integer::toString).toArray(String[]::new);
    for (String message : messages) {
      signals().publish(name(), message);
    }
    listener.awaitHeard(messages);
  }

  @Test
  default void closedSubscriptionReceivesNothing() {
    Listener leaves = new Listener();
    Listener stays = new Listener();
    Subscription subscription = listen(leaves);
    listen(stays);
    subscription.close();
    subscription.close();
    signals().publish(name(), "later");
    stays.awaitHeard("later");
    assertThat(leaves.heard).isEmpty();
  }

  @Test
  default void newSubscriptionReceivesAgain() {
    Listener listener = new Listener();
    for (int i = 0; i < 20; i++) {
      listen(listener).close();
    }
    listen(listener);
    signals().publish(name(), "now");
    listener.awaitHeard("now");
  }

  @Test
  default void listenerMaySubscribeTwice() {
    Listener listener = new Listener();
    Subscription first = listen(listener);
    listen(listener);
    signals().publish(name(), "a");
    listener.awaitHeard("a", "a");
    first.close();
    signals().publish(name(), "b");
    listener.awaitHeard("a", "a", "b");
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
    listen(listener);
    signals().publish(name(), "a");
    signals().publish(name(), "b");
    listener.awaitHeard("a", "b");
  }

  @Test
  default void listenerMaySubscribePublishAndClose() {
    Listener inner = new Listener();
    Listener last = new Listener();
    listen(last);
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
              return last.heard.contains("gone");
            });
    awaitHears(inner);
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
    listen(listener);
    signals().publish(name(), "still");
    listener.awaitHeard("still");
  }
}
