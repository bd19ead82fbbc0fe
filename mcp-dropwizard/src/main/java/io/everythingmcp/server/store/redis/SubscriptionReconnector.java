package io.everythingmcp.server.store.redis;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/**
 * Maintains the subscription connection: it is reopened whenever it ends, until this object is
 * closed.
 */
final class SubscriptionReconnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionReconnector.class);
  private static final long SHORTEST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final RedisTopology topology;
  private final Supplier<HostAndPort> target;
  private final SubscriptionConnection.Events events;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::connectAndRead, "redis-listener");
  private volatile SubscriptionConnection line;

  SubscriptionReconnector(RedisTopology place, SubscriptionConnection.Events events) {
    this.topology = place;
    this.target = place.target();
    this.events = events;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void connectAndRead() {
    long pause = SHORTEST_PAUSE_MILLIS;
    boolean well = true;
    do {
      boolean connected = listenOnce(well);
      pause = connected ? SHORTEST_PAUSE_MILLIS : Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
      well = connected;
    } while (!closedWithin(pause));
  }

  /** Receives messages until the connection ends; returns whether it was established. */
  private boolean listenOnce(boolean well) {
    SubscriptionConnection current = null;
    try (Connection connection = connect()) {
      current = new SubscriptionConnection(connection, events);
      line = current;
      if (closed.getCount() > 0) {
        current.run();
      }
    } catch (RuntimeException e) {
      if (well && closed.getCount() > 0) {
        LOG.debug("Redis at {} rejected the subscription; retrying: {}", topology, e.toString());
      }
    }
    line = null;
    events.onDisconnected();
    return current != null && current.wasConnected();
  }

  private Connection connect() {
    JedisClientConfig config = topology.config("everything-server-listener");
    return new Connection(new RedisSocketFactory(target, config).once(), config);
  }

  private boolean closedWithin(long pause) {
    try {
      return closed.await(
          pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    SubscriptionConnection current = line;
    if (current != null) {
      current.disconnect();
    }
  }
}
