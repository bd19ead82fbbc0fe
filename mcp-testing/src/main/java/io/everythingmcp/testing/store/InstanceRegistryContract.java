package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.StateStore;
import org.junit.jupiter.api.Test;

interface InstanceRegistryContract {
  StateStore store();

  /** Opens another store of the tested kind, as another instance does. */
  StateStore open();

  @Test
  default void ownInstanceIsRunning() {
    InstanceRegistry instances = store().instances();
    assertThat(instances.self()).isNotBlank().isEqualTo(store().instances().self());
    assertThat(instances.isRunning(instances.self())).isTrue();
  }

  @Test
  default void eachInstanceHasAnotherName() {
    try (StateStore other = open()) {
      assertThat(other.instances().self()).isNotEqualTo(store().instances().self());
      assertThat(other.instances().isRunning(other.instances().self())).isTrue();
    }
  }
}
