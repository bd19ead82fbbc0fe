package io.everythingmcp.server.protocol;

import java.util.Map;

/**
 * The way back to whoever sent a request. Either one answer with {@link #reply}, or a stream:
 * {@link #openStream}, then any number of {@link #send}, then {@link #close}. Nothing here blocks,
 * and everything may be called from any thread.
 */
public interface ResponseExchange {

  /**
   * Answers at once and ends.
   *
   * @param status the HTTP status, where there is HTTP
   * @param headers beside those that every answer has
   * @param json the body, or null for none
   */
  void reply(int status, Map<String, String> headers, byte[] json);

  /** Begins a stream; the other side sees it at once. */
  void openStream(Map<String, String> headers);

  /**
   * Sends an event on the stream.
   *
   * @return false when the other side is slow: then wait for {@link Listener#onWritable} before
   *     sending more
   */
  boolean send(ServerSentEvent event);

  /** Ends the stream when all that was sent is out. */
  void close();

  /** Whether the other side has gone, or the exchange has ended. */
  boolean isClosed();

  /** Who is told what happens; there is one at a time. */
  void setListener(Listener listener);

  /** What happens to an exchange while it is open. */
  interface Listener {
    /** More can be sent. */
    default void onWritable() {}

    /** A keep-alive interval has passed. */
    default void onKeepAlive() {}

    /** What the other side was let in with is not good any more: a stream should end. */
    default void onAuthenticationExpired() {}

    /**
     * What the other side was let in with was taken away before its time: a stream should end, and
     * work that is done for it too. Nothing can be said to it afterwards.
     */
    default void onAuthenticationRevoked() {
      onAuthenticationExpired();
    }

    /** The other side has gone, or the exchange has ended. */
    default void onClosed() {}

    /** The server is about to stop: the stream should end so that the client can go elsewhere. */
    default void onShutdown() {}
  }
}
