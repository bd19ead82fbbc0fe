package io.everythingmcp.api.event;

/** Listener for server events. */
@FunctionalInterface
public interface ServerEventListener {

  /**
   * Receives an event. Called in order, by one thread at a time, never by the thread of a request.
   * Exceptions are logged and otherwise ignored.
   *
   * @param event the event
   */
  void onEvent(ServerEvent event);

  /**
   * Returns whether events of a kind are accepted now. Called for each request, so it must return
   * quickly.
   *
   * @param kind class of the event
   * @return true by default
   */
  default boolean accepts(Class<? extends ServerEvent> kind) {
    return true;
  }
}
