package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries requests in one kind of revisions. */
interface ClientChannel {
  /**
   * Sends a request and returns its result; input requests of the server are answered in the
   * meantime.
   */
  JsonNode request(String method, ObjectNode params);

  /** Returns the server information that the server sent first. */
  JsonNode server();
}
