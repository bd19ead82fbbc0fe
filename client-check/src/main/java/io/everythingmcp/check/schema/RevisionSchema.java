package io.everythingmcp.check.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Messages that a client may send in one revision. Members of the parameters with separate rules,
 * such as {@code _meta}, are removed.
 */
public final class RevisionSchema {
  private static final List<String> JUDGED_ELSEWHERE =
      List.of("_meta", "inputResponses", "requestState", "task");

  private final SchemaRegistry registry;
  private final String dialect;
  private final String definitions;
  private final JsonNode all;
  private final Map<String, JsonNode> parameters = new HashMap<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private RevisionSchema(JsonNode file) {
    this.dialect = file.path("$schema").asText();
    this.definitions = file.has("$defs") ? "$defs" : "definitions";
    this.all = file.path(definitions);
    this.registry =
        SchemaRegistry.withDefaultDialect(
            dialect.contains("draft-07")
                ? SpecificationVersion.DRAFT_7
                : SpecificationVersion.DRAFT_2020_12);
    for (String union : List.of("ClientRequest", "ClientNotification")) {
      JsonNode members = all.path(union).path("anyOf");
      for (JsonNode member : members.isMissingNode() ? List.of(all.path(union)) : members) {
        JsonNode definition = resolved(member);
        parameters.put(
            definition.at("/properties/method/const").asText(),
            definition.at("/properties/params"));
      }
    }
    all.forEach(RevisionSchema::open);
  }

  /** Reads the schema of a published revision. */
  public static RevisionSchema read(String revision) {
    try (InputStream file = RevisionSchema.class.getResourceAsStream(revision + ".json")) {
      return new RevisionSchema(JsonMapper.builder().build().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void open(JsonNode definition) {
    if (definition instanceof ObjectNode object && object.has("properties")) {
      ((ObjectNode) object.get("properties")).remove(JUDGED_ELSEWHERE);
      if (object.get("required") instanceof ArrayNode required) {
        ArrayNode others = object.putArray("required");
        required.forEach(
            name -> {
              if (!JUDGED_ELSEWHERE.contains(name.asText())) {
                others.add(name);
              }
            });
      }
      object.get("properties").forEach(RevisionSchema::open);
    }
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.isEmpty()
        ? node
        : resolved(all.path(reference.substring(reference.lastIndexOf('/') + 1)));
  }

  /** Whether the revision has a request or notification of clients with this method. */
  public boolean has(String method) {
    return parameters.containsKey(method);
  }

  /** The first thing that is wrong with parameters, and where. */
  public Optional<String> problem(String method, JsonNode params) {
    JsonNode definition = parameters.get(method);
    if (definition == null || definition.isMissingNode()) {
      return Optional.empty();
    }
    List<Error> errors =
        schemas.computeIfAbsent(method, key -> schema(definition)).validate(params);
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "params" + errors.get(0).getInstanceLocation() + ": " + errors.get(0).getMessage());
  }

  private Schema schema(JsonNode definition) {
    ObjectNode root = definition.deepCopy();
    root.put("$schema", dialect);
    root.set(definitions, all);
    return registry.getSchema(root);
  }
}
