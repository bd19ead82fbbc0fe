package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Carries requests in one kind of revisions. */
interface ClientChannel {
  /** The result of a request; questions of the server are answered meanwhile. */
  JsonNode request(String method, ObjectNode params);

  /** What the server said about itself first. */
  JsonNode server();
}
