package io.everythingmcp.server.protocol.sessionful;

import com.fasterxml.jackson.databind.JsonNode;

/** Something on this instance that belongs to a session: a connection, a request in flight, a ticker. */
interface Attachment {

  /** The session has ended, here or elsewhere. */
  void sessionEnded();

  /** A client takes back a request; true if it was this one. */
  default boolean cancel(JsonNode requestId) {
    return false;
  }

  /** The server is about to stop. */
  default void drain() {}
}
