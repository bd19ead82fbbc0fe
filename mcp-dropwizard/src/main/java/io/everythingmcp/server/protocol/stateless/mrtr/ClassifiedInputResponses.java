package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Classified input responses of a client.
 *
 * @param valid valid responses by key
 * @param invalid reasons why other responses must be repeated, by key
 * @param malformed description of an invalid response; null if there is none
 */
record ClassifiedInputResponses(
    Map<String, JsonNode> valid, ObjectNode invalid, String malformed) {}
