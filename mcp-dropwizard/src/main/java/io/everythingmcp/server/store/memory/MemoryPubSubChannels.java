package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.PubSubChannels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners directly, on the thread of the sender. */
final class MemoryPubSubChannels implements PubSubChannels {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryPubSubChannels.class);

  /**
   * Mostly one listener per channel, and there are as many channels as open streams: so as small as
   * can be.
   */
  private final Map<String, List<Ear>> channels = new ConcurrentHashMap<>();

  /** Not the listener itself, because the same one may listen twice. */
  private static final class Ear {
    private final Consumer<String> listener;

    Ear(Consumer<String> listener) {
      this.listener = listener;
    }

    void tell(String message) {
      try {
        listener.accept(message);
      } catch (RuntimeException e) {
        LOG.error("A listener failed", e);
      }
    }
  }

  @Override
  public void publish(String channel, String message) {
    for (Ear ear : channels.getOrDefault(channel, List.of())) {
      ear.tell(message);
    }
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> listener) {
    Ear ear = new Ear(listener);
    channels.merge(
        channel, List.of(ear), (old, one) -> Stream.concat(old.stream(), one.stream()).toList());
    return () -> channels.computeIfPresent(channel, (c, ears) -> without(ears, ear));
  }

  private static List<Ear> without(List<Ear> ears, Ear ear) {
    List<Ear> rest = ears.stream().filter(other -> other != ear).toList();
    return rest.isEmpty() ? null : rest;
  }
}
