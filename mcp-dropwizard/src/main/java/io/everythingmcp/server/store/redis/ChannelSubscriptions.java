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
  private final Set<String> unasked = new LinkedHashSet<>();
  private Set<String> deserted = new HashSet<>();
  private Set<String> leaving = new HashSet<>();

  private static final class Channel {
    private List<ListenerQueue> ears = List.of();
    private boolean confirmed;
  }

  /** Notes a listener; whether its channel is heard already. */
  synchronized boolean enter(String name, ListenerQueue ear) {
    Channel channel = channels.get(name);
    if (channel == null) {
      channel = new Channel();
      channels.put(name, channel);
      unasked.add(name);
    }
    List<ListenerQueue> more = new ArrayList<>(channel.ears);
    more.add(ear);
    channel.ears = List.copyOf(more);
    return channel.confirmed;
  }

  /** Forgets a listener. */
  synchronized void leave(String name, ListenerQueue ear) {
    Channel channel = channels.get(name);
    if (channel != null) {
      channel.ears = channel.ears.stream().filter(other -> other != ear).toList();
      if (channel.ears.isEmpty()) {
        deserted.add(name);
      }
    }
  }

  /** Channels that Redis is to be asked for now. */
  synchronized List<String> takeUnasked() {
    List<String> names = List.copyOf(unasked);
    unasked.clear();
    return names;
  }

  /**
   * Forgets channels that had no listener at the last call but one and have none now; gives those
   * Redis knows of.
   */
  synchronized List<String> forgetDeserted() {
    List<String> gone = new ArrayList<>();
    for (String name : leaving) {
      Channel channel = channels.get(name);
      if (channel != null && channel.ears.isEmpty()) {
        channels.remove(name);
        if (!unasked.remove(name)) {
          gone.add(name);
        }
      }
    }
    leaving = deserted;
    deserted = new HashSet<>();
    return gone;
  }

  /** Redis knows of no channel any more. */
  synchronized void reset() {
    channels.values().forEach(channel -> channel.confirmed = false);
    unasked.addAll(channels.keySet());
  }

  /** Redis has confirmed a channel; gives those who listen. */
  synchronized List<ListenerQueue> confirm(String name) {
    Channel channel = channels.get(name);
    if (channel == null) {
      return List.of();
    }
    channel.confirmed = true;
    return channel.ears;
  }

  /** Those who listen to a channel. */
  synchronized List<ListenerQueue> ears(String name) {
    Channel channel = channels.get(name);
    return channel == null ? List.of() : channel.ears;
  }
}
