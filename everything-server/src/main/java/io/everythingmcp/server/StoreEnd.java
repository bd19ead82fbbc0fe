package io.everythingmcp.server;

import io.dropwizard.lifecycle.Managed;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.store.Store;

/** Closes a store when the process ends. */
final class StoreEnd implements Managed {
  private final Store store;
  private final Workers workers;

  StoreEnd(Store store, Workers workers) {
    this.store = store;
    this.workers = workers;
  }

  @Override
  public void stop() {
    workers.close();
    store.close();
  }
}
