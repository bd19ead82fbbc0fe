package io.everythingmcp.api.event;

/** Wants to know what happens. */
@FunctionalInterface
public interface ServerEventListener {

  /**
   * Something happened. Called in order, by one thread at a time, never by that of a request. What
   * is thrown is logged and changes nothing.
   */
  void onEvent(ServerEvent event);

  /**
   * Whether events of this kind are wanted now. Must be quick: it is asked with each request, and
   * only what somebody wants is made and handed over.
   */
  default boolean accepts(Class<? extends ServerEvent> kind) {
    return true;
  }
}
