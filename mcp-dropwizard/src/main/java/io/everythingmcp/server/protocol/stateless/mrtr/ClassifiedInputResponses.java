package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Classified input responses of a client.
 *
 * @param good valid responses by key
 * @param unfit reasons why other responses must be repeated, by key
 * @param malformed description of an invalid response; null if there is none
 */
record ClassifiedInputResponses(Map<String, JsonNode> good, ObjectNode unfit, String malformed) {}
