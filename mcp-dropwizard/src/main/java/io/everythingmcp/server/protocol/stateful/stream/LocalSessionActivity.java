package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Activity of a session on this instance: a connection, an in-flight request or a periodic action.
 */
public interface LocalSessionActivity {

  /** The session has ended, here or elsewhere. */
  void sessionEnded();

  /** Cancels the request if the id matches; returns whether it did. */
  default boolean cancel(JsonNode requestId) {
    return false;
  }

  /** Returns whether this activity processes the request. */
  default boolean handlesRequest(JsonNode requestId) {
    return false;
  }

  /** Returns whether another instance has completed this activity, so that it can be removed. */
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

  /** Checks for missed events; called every few seconds. */
  default void poll() {}

  /** The server accepts no new requests and stops after the running ones. */
  default void onInstanceShutdown() {}
}
