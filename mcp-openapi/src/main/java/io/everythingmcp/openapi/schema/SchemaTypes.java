package io.everythingmcp.openapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.openapi.document.JsonPointers;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What values a schema describes. */
public final class SchemaTypes {
  private static final int DEEPEST = 10;

  private final OpenApiDocument document;

  public SchemaTypes(OpenApiDocument document) {
    this.document = document;
  }

  /** The schema behind references at the root of a schema. */
  public JsonNode target(JsonNode schema) {
    JsonNode target = schema;
    Set<String> seen = new HashSet<>();
    while (target.path("$ref").isTextual()) {
      String reference = target.get("$ref").asText();
      if (!seen.add(reference)) {
        throw new UnsupportedOperationFeature(
            "the reference \"" + reference + "\" refers to itself; expected a schema");
      }
      target = document.at(JsonPointers.ofReference(reference));
    }
    return target;
  }

  /** The type of all values: {@code object}, {@code array} and so on; empty if there is none. */
  public Optional<String> type(JsonNode schema) {
    return type(schema, DEEPEST);
  }

  private Optional<String> type(JsonNode schema, int depth) {
    JsonNode target = target(schema);
    if (target.path("nullable").asBoolean() || depth == 0) {
      return Optional.empty();
    }
    if (target.has("type")) {
      JsonNode type = target.get("type");
      JsonNode only = type.isArray() && type.size() == 1 ? type.get(0) : type;
      return Optional.of(only.asText()).filter(text -> !text.isEmpty());
    }
    for (JsonNode part : target.path("allOf")) {
      Optional<String> type = type(part, depth - 1);
      if (type.isPresent()) {
        return type;
      }
    }
    return target.has("properties") ? Optional.of("object") : Optional.empty();
  }

  /** Whether a regular expression can be evaluated here; another one is left to the service. */
  static boolean isPattern(JsonNode pattern) {
    try {
      Pattern.compile(pattern.asText());
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
