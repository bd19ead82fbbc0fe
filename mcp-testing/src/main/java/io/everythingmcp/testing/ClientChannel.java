package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Sends requests in the stateful or the stateless revisions. */
interface ClientChannel {
  /**
   * Sends a request and returns its result; responds to input requests of the server in the
   * meantime.
   */
  JsonNode request(String method, ObjectNode params);

  /** Returns the id of the session; empty if requests have none. */
  Optional<String> sessionId();

  /** Returns the server information that the server sent first. */
  JsonNode server();
}
