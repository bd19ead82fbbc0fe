package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.outage.OutageLog;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.params.SetParams;

/**
 * Each instance refreshes a key. After a Redis outage the keys of running instances may have
 * expired until the instances write them again; so no instance is considered failed before this
 * instance has been connected for the lifetime of a key.
 */
final class RedisInstanceRegistry implements InstanceRegistry, AutoCloseable {
  private static final Duration LIFE = Duration.ofSeconds(8);
  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final String PREFIX = "store:instance:";

  private static final Logger LOG = LoggerFactory.getLogger(RedisInstanceRegistry.class);

  private final OutageLog outage = new OutageLog(LOG, "Redis (REDIS_URL)");
  private final RedisCommandExecutor commands;
  private final String self = SecureIds.random();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, RedisInstanceRegistry::daemon);

  private volatile boolean registered;
  private volatile long since;

  RedisInstanceRegistry(RedisCommandExecutor commands) {
    this.commands = commands;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "redis-heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    Future<?> unused =
        clock.scheduleWithFixedDelay(this::renew, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Renews the registration of this instance; returns false if Redis does not accept it. */
  boolean renew() {
    try {
      SetParams life = SetParams.setParams().px(LIFE.toMillis());
      commands.repeatable(redis -> redis.set(PREFIX + self, "alive", life));
      outage.onSuccess();
      if (!registered) {
        since = System.nanoTime();
        registered = true;
      }
    } catch (RuntimeException e) {
      registered = false;
      outage.onFailure(String.valueOf(e.getCause() == null ? e : e.getCause()));
    }
    return registered;
  }

  @Override
  public String self() {
    return self;
  }

  @Override
  public boolean isRunning(String instance) {
    boolean canTell = registered && System.nanoTime() - since > LIFE.toNanos();
    return instance.equals(self)
        || !canTell
        || commands.repeatable(redis -> redis.exists(PREFIX + instance));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      commands.repeatable(redis -> redis.del(PREFIX + self));
    } catch (RuntimeException e) {
      // It goes by itself.
      registered = false;
    }
  }
}
