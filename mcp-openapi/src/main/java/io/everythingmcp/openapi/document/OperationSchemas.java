package io.everythingmcp.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Schemas of an operation as they are written in the document: the objects of the parser lack some
 * keywords and have types that the document does not declare.
 */
public final class OperationSchemas {
  private final OpenApiDocument document;
  private final JsonNode item;
  private final JsonNode operation;

  /**
   * Finds an operation.
   *
   * @param path path with variables
   * @param method HTTP method
   */
  public OperationSchemas(OpenApiDocument document, String path, String method) {
    this.document = document;
    this.item = resolved(document.tree().path("paths").path(path));
    this.operation = item.path(method.toLowerCase(Locale.ROOT));
  }

  /** The schema of a parameter, or of its content; an empty schema if it has none. */
  public JsonNode parameter(String location, String name) {
    for (JsonNode owner : new JsonNode[] {operation, item}) {
      for (JsonNode declared : owner.path("parameters")) {
        JsonNode parameter = resolved(declared);
        if (parameter.path("in").asText().equals(location)
            && parameter.path("name").asText().equals(name)) {
          JsonNode content = parameter.path("content");
          return schema(content.isEmpty() ? parameter : content.elements().next());
        }
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /** The schema of the request body of a media type; an empty schema if it has none. */
  public JsonNode requestBody(String mediaType) {
    return schema(resolved(operation.path("requestBody")).path("content").path(mediaType));
  }

  /** The schema of a response of a media type; an empty schema if it has none. */
  public JsonNode response(String status, String mediaType) {
    JsonNode response = resolved(operation.path("responses").path(status));
    return schema(response.path("content").path(mediaType));
  }

  private static JsonNode schema(JsonNode owner) {
    JsonNode schema = owner.path("schema");
    return schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema;
  }

  private JsonNode resolved(JsonNode start) {
    JsonNode node = start;
    Set<String> seen = new HashSet<>();
    while (node.path("$ref").isTextual() && seen.add(node.get("$ref").asText())) {
      node = document.at(JsonPointers.ofReference(node.get("$ref").asText()));
    }
    return node;
  }
}
