package io.everythingmcp.server.assembly;

import io.everythingmcp.server.configuration.StoreConfiguration;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.store.redis.RedisStore;

/** Opens the store that is configured. */
public final class StoreFactory {
  private StoreFactory() {}

  /**
   * Opens the store; closing it closes its connections.
   *
   * @param workers threads for the store's subscribers
   */
  public static StateStore open(StoreConfiguration configuration, ServerExecutor workers) {
    return switch (configuration.getType()) {
      case MEMORY -> new MemoryStore();
      case REDIS -> new RedisStore(configuration.getUrl(), workers.executor());
    };
  }
}
