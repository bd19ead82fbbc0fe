package io.everythingmcp.server.protocol;

import java.util.Map;

/**
 * Exchange for the response to one message: either one response with {@link #reply}, or a stream:
 * {@link #openStream}, then any number of {@link #send}, then {@link #close}. Methods never block
 * and are thread-safe.
 */
public interface ResponseExchange {

  /**
   * Sends a complete response.
   *
   * @param status the HTTP status, where the transport is HTTP
   * @param headers headers in addition to the common ones
   * @param json the body, or null for none
   */
  void reply(int status, Map<String, String> headers, byte[] json);

  /** Returns the network address of the client; empty where there is none. */
  default String address() {
    return "";
  }

  /** Opens a stream; the client receives the headers at once. */
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

  /** Returns whether the client has disconnected or the exchange has ended. */
  boolean isClosed();

  /** Sets the only listener. */
  void setListener(Listener listener);

  /** Listener for the events of an open exchange. */
  interface Listener {
    /** More can be sent. */
    default void onWritable() {}

    /** Called after each keep-alive interval. */
    default void onKeepAlive() {}

    /** The authentication of the client has expired: a stream should end. */
    default void onAuthenticationExpired() {}

    /**
     * The authentication of the client was revoked: a stream and processing for it should end. No
     * further message can be sent.
     */
    default void onAuthenticationRevoked() {
      onAuthenticationExpired();
    }

    /** The client has disconnected or the exchange has ended. */
    default void onClosed() {}

    /** The server is about to stop: the stream should end so that the client can go elsewhere. */
    default void onShutdown() {}
  }
}
