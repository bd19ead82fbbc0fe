package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Destination of the response to a request and of the messages before it. */
public interface ResponseStream {

  /** Sends a message before the response. */
  void send(String message);

  /**
   * Sends the response to one request; no message may follow the last one. May be called again
   * after an outage of the store.
   *
   * @param request id of the request, or null for an invalid request
   */
  void sendResponse(JsonNode request, byte[] message);

  /** Ends the request without a response, because the client cancelled it. */
  void closeWithoutResponse(JsonNode request);

  /** Ends the stream because the session has ended; there is no resumption. */
  void end();

  /** Closes the connection but not the stream: the client reconnects for the remaining messages. */
  void closeConnection();

  /** Returns whether the client is still connected; unknown counts as false. */
  boolean connected();

  /** Returns the name of the stream; opens one if there is none. */
  String stream();
}
