package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the answer to a request goes, and what is said before it. */
public interface ResponseStream {

  /** Says something before the answer. */
  void send(String message);

  /**
   * Gives the answer to one request; after the last one nothing may follow. Where the store was
   * away it may be given again.
   *
   * @param request the id of the request, or null for what has none
   */
  void sendResponse(JsonNode request, byte[] message);

  /** There will be no answer, because the client does not want it any more. */
  void closeWithoutResponse(JsonNode request);

  /** The session is over: nothing more is said, and nobody will come back for the rest. */
  void end();

  /** Ends the connection but not the line: the client comes back for the rest. */
  void closeConnection();

  /** Whether the client is still connected to hear the answer; unknown counts as no. */
  boolean connected();

  /** The name of the stream that carries this line; begins one if there is none. */
  String stream();
}
