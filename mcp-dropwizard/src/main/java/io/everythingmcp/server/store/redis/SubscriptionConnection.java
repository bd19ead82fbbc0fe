package io.everythingmcp.server.store.redis;

import java.io.IOException;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisPubSub;

/**
 * A connection that is subscribed. One thread is in {@link #run} and reads; after {@link
 * Events#connected}, and not before, one other thread may write.
 */
final class SubscriptionConnection extends JedisPubSub {
  /** Subscribed to by all instances, because a connection without a subscription would end. */
  static final String INSTANCES = "store:instances";

  private static final int BATCH = 500;

  private final Connection connection;
  private final Events events;
  private boolean connected;

  /** Events of a connection. Called by its reading thread, which must not be blocked. */
  interface Events {
    /** Channels can be subscribed from now on. */
    void connected(SubscriptionConnection line);

    /** The connection has ended, if there was one. */
    void onDisconnected();

    /** Redis has confirmed a subscription. */
    void confirmed(String channel);

    /** There is a message. */
    void onMessage(String channel, String message);
  }

  SubscriptionConnection(Connection connection, Events events) {
    this.connection = connection;
    this.events = events;
  }

  /** Reads until the connection ends, which it always does with an exception. */
  void run() {
    proceed(connection, INSTANCES);
  }

  boolean wasConnected() {
    return connected;
  }

  void subscribe(List<String> channels) {
    for (int i = 0; i < channels.size(); i += BATCH) {
      subscribe(batch(channels, i));
    }
  }

  void unsubscribe(List<String> channels) {
    for (int i = 0; i < channels.size(); i += BATCH) {
      unsubscribe(batch(channels, i));
    }
  }

  private static String[] batch(List<String> channels, int begin) {
    return channels.subList(begin, Math.min(channels.size(), begin + BATCH)).toArray(String[]::new);
  }

  /**
   * Causes a reply from Redis. Repeats a subscription instead of a PING, because Jedis stores each
   * PING of a subscribed connection without a limit.
   */
  void requestReply() {
    subscribe(INSTANCES);
  }

  /** Ends the connection without waiting for anything. */
  void disconnect() {
    RedisSocketFactory.shortenCloseTimeout(connection);
    try {
      connection.forceDisconnect();
    } catch (IOException e) {
      // It is as good as closed.
    }
  }

  @Override
  public void onSubscribe(String channel, int count) {
    if (!channel.equals(INSTANCES)) {
      events.confirmed(channel);
    } else if (!connected) {
      connected = true;
      events.connected(this);
    }
  }

  @Override
  public void onMessage(String channel, String message) {
    events.onMessage(channel, message);
  }
}
