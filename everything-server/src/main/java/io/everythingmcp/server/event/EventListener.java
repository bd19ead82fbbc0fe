package io.everythingmcp.server.event;

/** Wants to know what happens. */
@FunctionalInterface
public interface EventListener {

  /**
   * Something happened. Called in order, by one thread at a time, never by that of a request. What
   * is thrown is logged and changes nothing.
   */
  void happened(ServerEvent event);

  /** Whether events that happen with every request are wanted now. Must be quick. */
  default boolean wantsFrequent() {
    return true;
  }
}
