package io.everythingmcp.server.observation;

import com.codahale.metrics.health.HealthCheck;
import io.everythingmcp.server.store.StateStore;

/** Health check of the admin port: whether the store is available. */
public final class StoreHealthCheck extends HealthCheck {
  private final StateStore store;

  public StoreHealthCheck(StateStore store) {
    this.store = store;
  }

  @Override
  protected Result check() {
    return store.available()
        ? Result.healthy()
        : Result.unhealthy("The " + store.kind() + " store is unreachable");
  }
}
