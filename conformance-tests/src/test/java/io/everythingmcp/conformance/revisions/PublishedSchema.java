package io.everythingmcp.conformance.revisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Schema of one revision, made strict: the specification permits additional properties, but clients
 * of a revision do not expect fields that it does not define.
 */
final class PublishedSchema {
  private static final Set<String> SCHEMAS_OF_OTHERS = Set.of("inputSchema", "outputSchema");

  private final SchemaRegistry registry;
  private final ObjectNode file;
  private final String definitions;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private PublishedSchema(ObjectNode file) {
    this.file = file;
    this.definitions = file.has("$defs") ? "$defs" : "definitions";
    this.registry =
        SchemaRegistry.withDefaultDialect(
            file.path("$schema").asText().contains("draft-07")
                ? SpecificationVersion.DRAFT_7
                : SpecificationVersion.DRAFT_2020_12);
    Set<String> parts = new HashSet<>();
    file.findValues("allOf").forEach(all -> all.forEach(part -> parts.add(name(part))));
    file.get(definitions)
        .properties()
        .forEach(
            definition -> {
              if (!parts.contains(definition.getKey())) {
                close(definition.getValue());
              }
            });
    // Capabilities are not a closed set; extensions are the only ones that the server adds.
    if (file.path(definitions).path("ServerCapabilities").get("properties")
        instanceof ObjectNode capabilities) {
      capabilities.withObject("extensions").put("type", "object");
    }
  }

  private static String name(JsonNode reference) {
    String pointer = reference.path("$ref").asText();
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** Returns the directory of the schemas, if it exists. */
  static Path folder() {
    return Path.of(System.getProperty("schemas.dir", "../../shared/schemas"));
  }

  static PublishedSchema of(String revision) {
    try {
      String text = Files.readString(folder().resolve(revision + ".json"));
      return new PublishedSchema((ObjectNode) JsonTrees.read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode whole && whole.has("allOf")) {
      whole.put("unevaluatedProperties", false);
    } else if (node instanceof ObjectNode object
        && object.get("properties") instanceof ObjectNode
        && object.path("type").asText().equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.properties()
        .forEach(
            entry -> {
              if (!SCHEMAS_OF_OTHERS.contains(entry.getKey())) {
                close(entry.getValue());
              }
            });
    if (node.isArray()) {
      node.forEach(PublishedSchema::close);
    }
  }

  /** Returns whether the revision has a definition. */
  boolean has(String definition) {
    return file.path(definitions).has(definition);
  }

  /**
   * Returns whether a definition describes the whole message, and not only its params or result.
   */
  boolean wholeMessage(String definition) {
    return file.path(definitions).path(definition).path("properties").has("jsonrpc");
  }

  /** Returns the violations of a definition by a value. */
  List<String> violations(String definition, JsonNode value) {
    return schemas.computeIfAbsent(definition, this::schema).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private Schema schema(String definition) {
    ObjectNode root = file.objectNode();
    root.put("$schema", file.path("$schema").asText());
    root.put("$ref", "#/" + definitions + "/" + definition);
    root.set(definitions, file.get(definitions));
    return registry.getSchema(root);
  }

  /** Returns the definition of each request and notification of clients, by its method. */
  Map<String, String> sentByClients() {
    Map<String, String> byMethod = new TreeMap<>();
    for (String union : List.of("ClientRequest", "ClientNotification")) {
      JsonNode definition = file.path(definitions).path(union);
      JsonNode members = definition.has("anyOf") ? definition.get("anyOf") : file.arrayNode();
      for (JsonNode member : members.isEmpty() ? List.of(definition) : members) {
        String name = member.has("$ref") ? name(member) : "CancelledNotification";
        String method =
            file.path(definitions).path(name).at("/properties/method/const").textValue();
        byMethod.put(method, name);
      }
    }
    return byMethod;
  }

  /** Returns the paths of all optional members of the parameters of a definition. */
  List<List<String>> optionalParameters(String definition) {
    JsonNode message = file.path(definitions).path(definition);
    List<List<String>> found = new ArrayList<>();
    optional(message, "params", List.of(), new ArrayDeque<>(), found);
    return found;
  }

  private void optional(
      JsonNode object,
      String member,
      List<String> before,
      Deque<JsonNode> within,
      List<List<String>> found) {
    List<String> path = new ArrayList<>(before);
    path.add(member);
    boolean required = false;
    for (JsonNode name : object.path("required")) {
      required |= name.asText().equals(member);
    }
    if (!required) {
      found.add(path);
    }
    JsonNode inner = resolved(object.path("properties").path(member));
    if (!within.contains(inner)) {
      within.push(inner);
      inner
          .path("properties")
          .properties()
          .forEach(next -> optional(inner, next.getKey(), path, within, found));
      within.pop();
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(file.path(definitions).path(name(node))) : node;
  }
}
