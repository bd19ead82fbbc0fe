package io.everythingmcp.server.store;

import java.util.function.Consumer;

/**
 * Wake-up calls between instances, this one included. They may get lost and may come twice; a
 * listener that lost its connection is called with an empty message once it hears again, so that it
 * looks for itself.
 */
public interface Signals {

  /** Calls everybody who listens to a channel. */
  void send(String channel, String message);

  /**
   * Listens. The listener must not block; it may be called from any thread, and once right after
   * listening began.
   *
   * @return what ends it
   */
  Subscription listen(String channel, Consumer<String> listener);

  /** Ends listening. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
