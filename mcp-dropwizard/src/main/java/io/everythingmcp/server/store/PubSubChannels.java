package io.everythingmcp.server.store;

import java.util.function.Consumer;

/**
 * Wake-up calls between instances, this one included. They may get lost and may come twice. Where
 * some may have been lost, the listener is called with an empty message, so that it looks for
 * itself; empty messages that wait together may become one.
 */
public interface PubSubChannels {

  /** Calls all listeners of a channel. */
  void publish(String channel, String message);

  /**
   * Listens. Never waits, not even for a store that is away. The listener must not block and may be
   * called from any thread. Where hearing begins only later it is called with an empty message
   * then.
   *
   * <p>A listener that throws does not affect the others. If it throws {@link
   * StoreUnavailableException} it is called again later, with an empty message, until it does not.
   *
   * @return what ends it
   */
  Subscription subscribe(String channel, Consumer<String> listener);

  /** Ends listening. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
