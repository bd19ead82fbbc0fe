package io.everythingmcp.server.store;

/** The instances that share a store, and whether they live. */
public interface InstanceRegistry {

  /** The name of this one, made when it started. */
  String self();

  /**
   * Whether an instance lives. One that died without a word counts as living for some seconds more,
   * and so does every one while this instance cannot tell.
   */
  boolean isRunning(String instance);
}
