package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.Instances;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Logs;
import io.everythingmcp.server.store.Members;
import io.everythingmcp.server.store.Signals;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.StoreWatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * A store that instances share, on Redis 6.2 or later. Redis may be away when it is made, and come
 * later.
 */
public final class RedisStore implements Store {
  /** How many pooled connections there are at most, unless one says otherwise. */
  public static final int CONNECTIONS = 32;

  private final ExecutorService answers;
  private final Commands commands;
  private final RedisLogs logs;
  private final RedisMembers members;
  private final RedisSignals signals;
  private final RedisInstances instances;

  /** A store with the usual number of connections. */
  public RedisStore(String url, Executor executor) {
    this(url, CONNECTIONS, executor);
  }

  /**
   * A store.
   *
   * @param url {@code redis://[[user]:password@]host[:port][/db]}, or {@code rediss://} for TLS;
   *     {@code redis-sentinel://} and {@code redis-cluster://} with several hosts
   * @param connections how many pooled connections there are at most; one more listens
   * @param executor where listeners are called, on half as many threads as there are connections at
   *     most; it may refuse when it is full
   * @throws IllegalArgumentException if the URL is not understood, or without connections
   */
  public RedisStore(String url, int connections, Executor executor) {
    RedisPlace where = RedisPlace.parse(url);
    if (connections < 1) {
      throw new IllegalArgumentException("There must be at least one connection to Redis");
    }
    answers = AnswerThreads.pool();
    commands = new Commands(where, connections, answers);
    logs = new RedisLogs(commands);
    members = new RedisMembers(commands);
    signals =
        new RedisSignals(where, commands, new Dispatcher(executor, Math.max(1, connections / 2)));
    instances = new RedisInstances(commands);
    signals.start();
    instances.start();
  }

  /**
   * Reads an address without connecting.
   *
   * @throws IllegalArgumentException if the URL is not understood
   */
  public static void check(String url) {
    RedisPlace.parse(url);
  }

  @Override
  public <T> KeyedValues<T> values(String prefix, Class<T> type) {
    return new RedisValues<>(commands, prefix, type);
  }

  @Override
  public Logs logs() {
    return logs;
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public void watch(StoreWatch watch) {
    commands.watch(watch);
  }

  @Override
  public boolean available() {
    return instances.beat();
  }

  @Override
  public Instances instances() {
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
    answers.shutdown();
  }
}
