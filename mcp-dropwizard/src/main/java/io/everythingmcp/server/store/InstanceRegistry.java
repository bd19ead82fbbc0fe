package io.everythingmcp.server.store;

/** Instances that share a store, and whether they are running. */
public interface InstanceRegistry {

  /** The name of this one, made when it started. */
  String self();

  /**
   * Returns whether an instance is running. A failed instance is reported as running for some
   * seconds, and so is every instance while the store is unavailable.
   */
  boolean isRunning(String instance);
}
