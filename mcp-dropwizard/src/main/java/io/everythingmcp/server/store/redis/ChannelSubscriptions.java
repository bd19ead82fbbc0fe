package io.everythingmcp.server.store.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The listeners of each channel, and the subscriptions that were sent to Redis. */
final class ChannelSubscriptions {
  private final Map<String, Channel> channels = new HashMap<>();
  private final Set<String> pendingNames = new LinkedHashSet<>();
  private Set<String> unused = new HashSet<>();
  private Set<String> unusedBefore = new HashSet<>();

  private static final class Channel {
    private List<ListenerQueue> listeners = List.of();
    private boolean confirmed;
  }

  /** Adds a listener; returns whether its channel is subscribed. */
  synchronized boolean add(String name, ListenerQueue queue) {
    Channel channel = channels.get(name);
    if (channel == null) {
      channel = new Channel();
      channels.put(name, channel);
      pendingNames.add(name);
    }
    List<ListenerQueue> more = new ArrayList<>(channel.listeners);
    more.add(queue);
    channel.listeners = List.copyOf(more);
    return channel.confirmed;
  }

  /** Removes a listener. */
  synchronized void remove(String name, ListenerQueue queue) {
    Channel channel = channels.get(name);
    if (channel != null) {
      channel.listeners = channel.listeners.stream().filter(other -> other != queue).toList();
      if (channel.listeners.isEmpty()) {
        unused.add(name);
      }
    }
  }

  /** Returns the channels to which Redis must be subscribed. */
  synchronized List<String> takePending() {
    List<String> names = List.copyOf(pendingNames);
    pendingNames.clear();
    return names;
  }

  /**
   * Removes channels that have had no listener since the call before the last one; returns those
   * that Redis has subscribed.
   */
  synchronized List<String> removeUnused() {
    List<String> gone = new ArrayList<>();
    for (String name : unusedBefore) {
      Channel channel = channels.get(name);
      if (channel != null && channel.listeners.isEmpty()) {
        channels.remove(name);
        if (!pendingNames.remove(name)) {
          gone.add(name);
        }
      }
    }
    unusedBefore = unused;
    unused = new HashSet<>();
    return gone;
  }

  /** Marks all channels as not subscribed. */
  synchronized void reset() {
    channels.values().forEach(channel -> channel.confirmed = false);
    pendingNames.addAll(channels.keySet());
  }

  /** Marks a channel as subscribed; returns its listeners. */
  synchronized List<ListenerQueue> confirm(String name) {
    Channel channel = channels.get(name);
    if (channel == null) {
      return List.of();
    }
    channel.confirmed = true;
    return channel.listeners;
  }

  /** Returns the listeners of a channel. */
  synchronized List<ListenerQueue> listeners(String name) {
    Channel channel = channels.get(name);
    return channel == null ? List.of() : channel.listeners;
  }
}
