package io.everythingmcp.server;

import io.everythingmcp.server.config.StoreConfiguration;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.memory.MemoryStore;

/** Opens the store that is configured. */
final class Stores {
  private Stores() {}

  /** The store; closing it ends its connections. */
  static Store open(StoreConfiguration configuration) {
    return switch (configuration.getType()) {
      case MEMORY -> new MemoryStore();
      case REDIS -> throw new UnsupportedOperationException("redis");
    };
  }
}
