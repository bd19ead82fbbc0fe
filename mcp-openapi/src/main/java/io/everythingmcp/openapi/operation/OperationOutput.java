package io.everythingmcp.openapi.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.openapi.document.ComponentReferences;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.OperationSchemas;
import io.everythingmcp.openapi.schema.SchemaConverter;
import io.everythingmcp.openapi.schema.SchemaDirection;
import io.everythingmcp.openapi.schema.SchemaTypes;
import io.everythingmcp.openapi.service.JsonMediaTypes;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result of a tool.
 *
 * @param schema output schema; empty unless all documented successful responses are JSON objects,
 *     or arrays, of the same schema
 * @param accept value of the header Accept
 */
public record OperationOutput(Optional<Map<String, Object>> schema, String accept) {
  private static final String ANY = "application/json, text/*;q=0.8, */*;q=0.5";

  /** Reads the responses of an operation. */
  public static OperationOutput of(
      OpenApiDocument document, OperationSchemas declared, Operation operation) {
    ComponentReferences references = new ComponentReferences(document);
    Set<Optional<JsonNode>> schemas = new LinkedHashSet<>();
    Set<String> types = new LinkedHashSet<>();
    if (operation.getResponses() != null) {
      operation
          .getResponses()
          .forEach(
              (status, response) -> {
                if (status.startsWith("2")) {
                  schemas.add(json(declared, status, references.response(response), types));
                }
              });
    }
    return new OperationOutput(
        schemas.size() == 1
            ? schemas.iterator().next().flatMap(schema -> output(document, schema))
            : Optional.empty(),
        accept(types));
  }

  private static Optional<JsonNode> json(
      OperationSchemas declared, String status, ApiResponse response, Set<String> types) {
    Optional<JsonNode> schema = Optional.empty();
    if (response.getContent() != null) {
      types.addAll(response.getContent().keySet());
      for (String mediaType : response.getContent().keySet()) {
        boolean any = mediaType.equals("*/*") && response.getContent().size() == 1;
        if (schema.isEmpty() && (any || JsonMediaTypes.matches(mediaType))) {
          schema = Optional.of(declared.response(status, mediaType));
        }
      }
    }
    return schema;
  }

  private static Optional<Map<String, Object>> output(OpenApiDocument document, JsonNode schema) {
    Optional<String> type = new SchemaTypes(document).type(schema);
    if (type.filter(t -> t.equals("object") || t.equals("array")).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> root =
        new SchemaConverter(document, SchemaDirection.RESPONSE).convertRoot(schema);
    root.put("type", type.get());
    return Optional.of(root);
  }

  /** JSON first, then what the document has, then anything. */
  private static String accept(Set<String> types) {
    Optional<String> json = types.stream().filter(JsonMediaTypes::matches).findFirst();
    return json.map(type -> type + ", */*;q=0.5").orElse(types.isEmpty() ? ANY : any(types));
  }

  private static String any(Set<String> types) {
    return types.contains("*/*") ? ANY : String.join(", ", types) + ", */*;q=0.5";
  }
}
