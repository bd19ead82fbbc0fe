package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreCommandListener;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.executors.CommandExecutor;

/** Connections to Redis, whichever and how many servers that is. */
interface RedisConnectionPool extends CommandExecutor {

  /**
   * Runs a command without blocking, pipelined with concurrent commands. It may have been executed
   * if it fails.
   *
   * @return completed already, or later on a thread that may block
   */
  <T> CompletableFuture<T> executeAsync(CommandObject<T> command);

  /** Closes all idle connections: they are most likely closed, or connected to a former master. */
  void closeIdle();

  /** Sets the listener that measures the commands. */
  void watch(StoreCommandListener watch);

  @Override
  void close();
}
