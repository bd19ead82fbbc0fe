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
  private final Map<String, List<ChannelListener>> channels = new ConcurrentHashMap<>();

  /** Not the listener itself, because the same one may listen twice. */
  private static final class ChannelListener {
    private final Consumer<String> listener;

    ChannelListener(Consumer<String> listener) {
      this.listener = listener;
    }

    void deliver(String message) {
      try {
        listener.accept(message);
      } catch (RuntimeException e) {
        LOG.error("A listener failed", e);
      }
    }
  }

  @Override
  public void publish(String channel, String message) {
    for (ChannelListener channelListener : channels.getOrDefault(channel, List.of())) {
      channelListener.deliver(message);
    }
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> listener) {
    ChannelListener channelListener = new ChannelListener(listener);
    channels.merge(
        channel,
        List.of(channelListener),
        (old, one) -> Stream.concat(old.stream(), one.stream()).toList());
    return () ->
        channels.computeIfPresent(channel, (c, listeners) -> without(listeners, channelListener));
  }

  private static List<ChannelListener> without(
      List<ChannelListener> listeners, ChannelListener channelListener) {
    List<ChannelListener> rest =
        listeners.stream().filter(other -> other != channelListener).toList();
    return rest.isEmpty() ? null : rest;
  }
}
