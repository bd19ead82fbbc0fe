package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreWatch;
import redis.clients.jedis.executors.CommandExecutor;

/** Connections to Redis, whichever and how many servers that is. */
interface Pool extends CommandExecutor {

  /** Closes all that are not in use: they were most likely cut, or lead to the wrong server. */
  void closeIdle();

  /** Lets somebody measure. */
  void watch(StoreWatch watch);

  @Override
  void close();
}
