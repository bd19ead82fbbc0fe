package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;

/** Default responses of a client that accepts every request of the server. */
public final class DefaultInputResponses {
  private DefaultInputResponses() {}

  /** Returns the result for a request of the server; null for an unknown method. */
  public static JsonNode to(JsonNode request) {
    return switch (request.path("method").asText()) {
      case "ping" -> JsonTrees.object("{}");
      case "roots/list" -> JsonTrees.object("{'roots':[{'uri':'file:///tmp','name':'tmp'}]}");
      case "sampling/createMessage" ->
          JsonTrees.object(
              "{'role':'assistant','model':'none','stopReason':'endTurn',"
                  + "'content':{'type':'text','text':'Paris'}}");
      case "elicitation/create" -> elicited(request.path("params"));
      default -> null;
    };
  }

  private static JsonNode elicited(JsonNode params) {
    ObjectNode result = JsonTrees.object("{'action':'accept'}");
    if (!params.path("mode").asText("form").equals("url")) {
      result.set("content", SchemaSampleValues.of(params.path("requestedSchema")));
    }
    return result;
  }
}
