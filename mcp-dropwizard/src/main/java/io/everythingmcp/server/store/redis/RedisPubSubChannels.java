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
  /** Well within the time after which a silent connection counts as dead. */
  private static final int TICKS_PER_BEAT = 5;

  private final RedisCommandExecutor commands;
  private final ListenerDispatcher dispatcher;
  private final SubscriptionReconnector subscriber;
  private final ChannelSubscriptions channels = new ChannelSubscriptions();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor writer =
      new ScheduledThreadPoolExecutor(
          1, RedisPubSubChannels::daemon, new ThreadPoolExecutor.DiscardPolicy());

  private volatile SubscriptionConnection line;
  private int ticks;

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
    Future<?> unused = writer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void publish(String channel, String message) {
    commands.repeatable(redis -> redis.publish(channel, message));
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> listener) {
    ListenerQueue ear = new ListenerQueue(listener);
    if (channels.enter(channel, ear)) {
      dispatcher.tell(ear, "");
    } else {
      askSoon();
    }
    return () -> {
      ear.close();
      channels.leave(channel, ear);
    };
  }

  private void askSoon() {
    if (!asking.getAndSet(true)) {
      writer.execute(this::ask);
    }
  }

  private void ask() {
    asking.set(false);
    List<String> names = channels.takeUnasked();
    write(to -> to.ask(names));
  }

  private void tick() {
    List<String> gone = channels.forgetDeserted();
    write(to -> to.leave(gone));
    if (++ticks % TICKS_PER_BEAT == 0) {
      write(SubscriptionConnection::beat);
    }
  }

  /**
   * What is written to no connection, or to one that ends now, is not lost: the next one asks for
   * all channels anyway.
   */
  private void write(Consumer<SubscriptionConnection> words) {
    SubscriptionConnection to = line;
    if (to != null) {
      try {
        words.accept(to);
      } catch (RuntimeException e) {
        to.cut();
      }
    }
  }

  /**
   * In this order: a thread that takes the pending channels after the reset finds the new
   * connection.
   */
  @Override
  public void connected(SubscriptionConnection now) {
    line = now;
    channels.reset();
    askSoon();
  }

  @Override
  public void lost() {
    line = null;
    channels.reset();
  }

  @Override
  public void confirmed(String channel) {
    channels.confirm(channel).forEach(ear -> dispatcher.tell(ear, ""));
  }

  @Override
  public void heard(String channel, String message) {
    channels.ears(channel).forEach(ear -> dispatcher.tell(ear, message));
  }

  @Override
  public void close() {
    subscriber.close();
    writer.shutdownNow();
    dispatcher.close();
  }
}
