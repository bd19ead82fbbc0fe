package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something on this instance that belongs to a session: a connection, a request in flight, a
 * ticker.
 */
public interface LocalSessionActivity {

  /** The session has ended, here or elsewhere. */
  void sessionEnded();

  /** A client takes back a request; true if it was this one. */
  default boolean cancel(JsonNode requestId) {
    return false;
  }

  /** Whether this is the work on a request of the client. */
  default boolean handlesRequest(JsonNode requestId) {
    return false;
  }

  /** Whether this has been done elsewhere, so that it need not be held any more. */
  default boolean isObsolete() {
    return false;
  }

  /** Whether its session is in use as long as this is held. */
  default boolean uses() {
    return false;
  }

  /** Whether this is work that should be finished before the server stops. */
  default boolean isRunning() {
    return false;
  }

  /** To be called every few seconds: looks whether something was missed. */
  default void poll() {}

  /** The server takes no new work, and stops when what it has is done. */
  default void onInstanceShutdown() {}
}
