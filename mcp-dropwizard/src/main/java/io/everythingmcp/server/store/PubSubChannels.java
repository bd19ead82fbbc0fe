package io.everythingmcp.server.store;

import java.util.function.Consumer;

/**
 * Notifications between instances, including this one. They may be lost or repeated. If some may
 * have been lost, the listener receives an empty message and must read the current state;
 * consecutive empty messages may be merged.
 */
public interface PubSubChannels {

  /** Calls all listeners of a channel. */
  void publish(String channel, String message);

  /**
   * Subscribes. Never blocks, even if the store is unavailable. The listener must not block and may
   * be called on any thread. If the subscription starts later, the listener then receives an empty
   * message.
   *
   * <p>A listener that throws does not affect the others. If it throws {@link
   * StoreUnavailableException}, it is called again later with an empty message, until it succeeds.
   *
   * @return the subscription, which must be closed
   */
  Subscription subscribe(String channel, Consumer<String> listener);

  /** Ends listening. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
