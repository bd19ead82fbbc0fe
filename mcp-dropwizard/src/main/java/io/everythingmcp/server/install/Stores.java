package io.everythingmcp.server.install;

import io.everythingmcp.server.config.StoreConfiguration;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.store.redis.RedisStore;

/** Opens the store that is configured. */
public final class Stores {
  private Stores() {}

  /**
   * The store; closing it ends its connections.
   *
   * @param workers where the store calls those who listen
   */
  public static Store open(StoreConfiguration configuration, Workers workers) {
    return switch (configuration.getType()) {
      case MEMORY -> new MemoryStore();
      case REDIS -> new RedisStore(configuration.getUrl(), workers.executor());
    };
  }
}
