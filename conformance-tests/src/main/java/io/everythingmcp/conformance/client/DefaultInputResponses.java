package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;

/** What an agreeable person answers to whatever a server asks. */
public final class DefaultInputResponses {
  private DefaultInputResponses() {}

  /** The result for a request of a server; null for one that no client knows. */
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
