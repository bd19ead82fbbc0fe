package io.everythingmcp.server.store;

/** Receives every command that a store sends. */
@FunctionalInterface
public interface StoreCommandListener {
  /** Does nothing. */
  StoreCommandListener NONE = (nanos, failed) -> {};

  /**
   * A command has ended. Called on a thread that waited for it.
   *
   * @param nanos duration in nanoseconds, waiting for a connection included
   * @param failed whether there was no response
   */
  void onCommand(long nanos, boolean failed);
}
