package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreCommandListener;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Store that instances share, on Redis 6.2 or later. Redis may be unavailable when it is created.
 */
public final class RedisStore implements StateStore {
  /** The default maximum number of pooled connections. */
  public static final int CONNECTIONS = 32;

  private final ExecutorService replies;
  private final RedisCommandExecutor commands;
  private final RedisAppendOnlyLogs logs;
  private final RedisExpiringSets members;
  private final RedisPubSubChannels signals;
  private final RedisInstanceRegistry instances;

  /** Creates a store with the default number of connections. */
  public RedisStore(String url, Executor executor) {
    this(url, CONNECTIONS, executor);
  }

  /**
   * A store.
   *
   * @param url {@code redis://[[user]:password@]host[:port][/db]}, or {@code rediss://} for TLS;
   *     {@code redis-sentinel://} and {@code redis-cluster://} with several hosts
   * @param connections maximum number of pooled connections; one more is used for subscriptions
   * @param executor where listeners are called, on half as many threads as there are connections at
   *     most; it may refuse when it is full
   * @throws IllegalArgumentException if the URL is not understood, or without connections
   */
  public RedisStore(String url, int connections, Executor executor) {
    RedisTopology where = RedisTopology.parse(url);
    if (connections < 1) {
      throw new IllegalArgumentException("There must be at least one connection to Redis");
    }
    replies = RedisReplyExecutor.pool();
    commands = new RedisCommandExecutor(where, connections, replies);
    logs = new RedisAppendOnlyLogs(commands);
    members = new RedisExpiringSets(commands);
    signals =
        new RedisPubSubChannels(
            where, commands, new ListenerDispatcher(executor, Math.max(1, connections / 2)));
    instances = new RedisInstanceRegistry(commands);
    signals.start();
    instances.start();
  }

  /**
   * Reads an address without connecting.
   *
   * @throws IllegalArgumentException if the URL is not understood
   */
  public static void check(String url) {
    RedisTopology.parse(url);
  }

  @Override
  public <T> KeyValueStore<T> values(String prefix, Class<T> type) {
    return new RedisKeyValueStore<>(commands, prefix, type);
  }

  @Override
  public AppendOnlyLogs logs() {
    return logs;
  }

  @Override
  public ExpiringSets members() {
    return members;
  }

  @Override
  public PubSubChannels signals() {
    return signals;
  }

  @Override
  public void watch(StoreCommandListener watch) {
    commands.watch(watch);
  }

  @Override
  public boolean available() {
    return instances.renew();
  }

  @Override
  public InstanceRegistry instances() {
    return instances;
  }

  @Override
  public String kind() {
    return "redis";
  }

  @Override
  public void close() {
    signals.close();
    instances.close();
    commands.close();
    replies.shutdown();
  }
}
