package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a client sent in answer to questions.
 *
 * @param good the answers that count, by key
 * @param unfit why others must be given again, by key
 * @param malformed what is no answer at all, and why; null where there is no such thing
 */
record ClassifiedInputResponses(Map<String, JsonNode> good, ObjectNode unfit, String malformed) {}
