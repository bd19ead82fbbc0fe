package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.Signals;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Calls listeners directly, on the thread of the sender. */
final class MemorySignals implements Signals {
  private final Map<String, Listeners> channels = new ConcurrentHashMap<>();

  @Override
  public void send(String channel, String message) {
    Listeners listeners = channels.get(channel);
    if (listeners != null) {
      for (Consumer<String> listener : listeners.list) {
        listener.accept(message);
      }
    }
  }

  @Override
  public Subscription listen(String channel, Consumer<String> listener) {
    channels.compute(
        channel, (c, old) -> old == null ? new Listeners(List.of(listener)) : old.plus(listener));
    return () -> channels.computeIfPresent(channel, (c, old) -> old.minus(listener));
  }

  /**
   * Mostly one per channel, and there are as many channels as open streams: so as small as can be.
   */
  private static final class Listeners {
    private final List<Consumer<String>> list;

    Listeners(List<Consumer<String>> list) {
      this.list = list;
    }

    Listeners plus(Consumer<String> listener) {
      return new Listeners(
          java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(listener))
              .toList());
    }

    Listeners minus(Consumer<String> listener) {
      List<Consumer<String>> rest = list.stream().filter(l -> l != listener).toList();
      return rest.isEmpty() ? null : new Listeners(rest);
    }
  }
}
