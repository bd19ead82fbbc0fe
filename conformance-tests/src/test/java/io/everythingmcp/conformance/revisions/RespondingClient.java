package io.everythingmcp.conformance.revisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;

/**
 * Client that responds to all requests of the server, with generated values that are valid for a
 * JSON Schema.
 */
final class RespondingClient {
  private static final String WEATHER =
      "{'role':'assistant','model':'m','stopReason':'toolUse','content':[{'type':'tool_use','id':'u1',"
          + "'name':'get_weather','input':{'location':'Chicago'}}]}";
  private static final String TEXT =
      "{'role':'assistant','model':'m','stopReason':'endTurn','content':{'type':'text','text':'Paris'}}";

  private RespondingClient() {}

  /** Returns the response to a request of the server. */
  static ObjectNode response(JsonNode inputRequest) {
    JsonNode params = inputRequest.path("params");
    String result =
        switch (inputRequest.path("method").asText()) {
          case "roots/list" -> "{'roots':[{'uri':'file:///home/ada','name':'Home'}]}";
          case "sampling/createMessage" ->
              params.has("tools") && !params.toString().contains("tool_result") ? WEATHER : TEXT;
          case "elicitation/create" ->
              params.has("url")
                  ? "{'action':'accept'}"
                  : "{'action':'accept','content':" + fitting(params.path("requestedSchema")) + "}";
          default -> "{}";
        };
    return JsonRpcMessages.result(inputRequest.get("id"), result);
  }

  /** Generates a value for a schema; supports the keywords that this server uses. */
  static JsonNode fitting(JsonNode schema) {
    for (String given : new String[] {"default", "const"}) {
      if (schema.has(given)) {
        return schema.get(given);
      }
    }
    for (String choices : new String[] {"enum", "oneOf", "anyOf"}) {
      if (schema.path(choices).isArray()) {
        JsonNode first = schema.get(choices).get(0);
        return first.isObject() ? fitting(first) : first;
      }
    }
    return JsonTrees.tree(
        switch (schema.path("type").asText()) {
          case "object" -> object(schema);
          case "integer", "number" -> schema.path("minimum").asInt(1);
          case "boolean" -> true;
          case "array" -> new JsonNode[] {fitting(schema.path("items"))};
          default -> text(schema.path("format").asText());
        });
  }

  private static String text(String format) {
    return switch (format) {
      case "email" -> "ada@example.org";
      case "uri" -> "https://example.org";
      case "date" -> "2026-07-28";
      case "date-time" -> "2026-07-28T12:00:00Z";
      default -> "x";
    };
  }

  private static ObjectNode object(JsonNode schema) {
    ObjectNode object = JsonTrees.object("{}");
    schema
        .path("required")
        .forEach(
            name ->
                object.set(name.asText(), fitting(schema.path("properties").path(name.asText()))));
    return object;
  }
}
