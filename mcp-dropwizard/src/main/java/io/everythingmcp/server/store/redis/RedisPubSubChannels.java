package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.PubSubChannels;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Subscribing only updates local state: it never blocks, and works during a Redis outage; a
 * dedicated thread then sends the subscription to Redis. A channel without listeners stays
 * subscribed for a second or two, so that a new listener needs no command.
 */
final class RedisPubSubChannels
    implements PubSubChannels, SubscriptionConnection.Events, AutoCloseable {
  /** Well within the timeout of a silent connection. */
  private static final int INTERVALS_PER_REPLY = 5;

  private final RedisCommandExecutor commands;
  private final ListenerDispatcher dispatcher;
  private final SubscriptionReconnector subscriber;
  private final ChannelSubscriptions channels = new ChannelSubscriptions();
  private final AtomicBoolean subscribeScheduled = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor writer =
      new ScheduledThreadPoolExecutor(
          1, RedisPubSubChannels::daemon, new ThreadPoolExecutor.DiscardPolicy());

  private volatile SubscriptionConnection line;
  private int intervals;

  RedisPubSubChannels(
      RedisTopology place, RedisCommandExecutor commands, ListenerDispatcher dispatcher) {
    this.commands = commands;
    this.dispatcher = dispatcher;
    this.subscriber = new SubscriptionReconnector(place, this);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "redis-listener-writer");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    subscriber.start();
    Future<?> unused = writer.scheduleWithFixedDelay(this::onInterval, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void publish(String channel, String message) {
    commands.repeatable(redis -> redis.publish(channel, message));
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> listener) {
    ListenerQueue queue = new ListenerQueue(listener);
    if (channels.add(channel, queue)) {
      dispatcher.deliver(queue, "");
    } else {
      scheduleSubscribe();
    }
    return () -> {
      queue.close();
      channels.remove(channel, queue);
    };
  }

  private void scheduleSubscribe() {
    if (!subscribeScheduled.getAndSet(true)) {
      writer.execute(this::subscribePending);
    }
  }

  private void subscribePending() {
    subscribeScheduled.set(false);
    List<String> names = channels.takePending();
    write(to -> to.subscribe(names));
  }

  private void onInterval() {
    List<String> gone = channels.removeUnused();
    write(to -> to.unsubscribe(gone));
    if (++intervals % INTERVALS_PER_REPLY == 0) {
      write(SubscriptionConnection::requestReply);
    }
  }

  /**
   * Commands that are written without a connection, or to a connection that is closing, are not
   * lost: the next connection subscribes to all channels.
   */
  private void write(Consumer<SubscriptionConnection> words) {
    SubscriptionConnection to = line;
    if (to != null) {
      try {
        words.accept(to);
      } catch (RuntimeException e) {
        to.disconnect();
      }
    }
  }

  /**
   * In this order: a thread that takes the pending channels after the reset uses the new
   * connection.
   */
  @Override
  public void connected(SubscriptionConnection now) {
    line = now;
    channels.reset();
    scheduleSubscribe();
  }

  @Override
  public void onDisconnected() {
    line = null;
    channels.reset();
  }

  @Override
  public void confirmed(String channel) {
    channels.confirm(channel).forEach(queue -> dispatcher.deliver(queue, ""));
  }

  @Override
  public void onMessage(String channel, String message) {
    channels.listeners(channel).forEach(queue -> dispatcher.deliver(queue, message));
  }

  @Override
  public void close() {
    subscriber.close();
    writer.shutdownNow();
    dispatcher.close();
  }
}
