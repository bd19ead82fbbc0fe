package io.everythingmcp.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.SchemaSampleValues;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a server has, as it lists it.
 *
 * @param tools definitions
 * @param resources descriptions
 * @param templates descriptions
 * @param prompts descriptions
 */
public record FeatureLists(
    List<JsonNode> tools,
    List<JsonNode> resources,
    List<JsonNode> templates,
    List<JsonNode> prompts) {
  private static final int PAGES = 200;

  /** Returns empty lists. */
  public static FeatureLists none() {
    return new FeatureLists(List.of(), List.of(), List.of(), List.of());
  }

  /** Requests all pages of all declared features. */
  static FeatureLists of(SuiteClient talk) {
    return new FeatureLists(
        tools(talk),
        all(talk, "resources", "resources/list", "resources"),
        all(talk, "resources", "resources/templates/list", "resourceTemplates"),
        prompts(talk));
  }

  /** Requests all pages of the tools. */
  public static List<JsonNode> tools(SuiteClient talk) {
    return all(talk, "tools", "tools/list", "tools");
  }

  /** Asks for all pages of the prompts. */
  static List<JsonNode> prompts(SuiteClient talk) {
    return all(talk, "prompts", "prompts/list", "prompts");
  }

  private static List<JsonNode> all(
      SuiteClient talk, String capability, String method, String field) {
    List<JsonNode> all = new ArrayList<>();
    String params = "{}";
    for (int page = 0; page < PAGES && talk.declares(capability) && params != null; page++) {
      JsonNode result = talk.callMethod(method, params).result();
      result.path(field).forEach(all::add);
      JsonNode next = result.path("nextCursor");
      params = next.isTextual() ? JsonTrees.object("{}").set("cursor", next).toString() : null;
    }
    return all;
  }

  /** The tool with this name. */
  public Optional<JsonNode> tool(String name) {
    return tools.stream().filter(tool -> tool.path("name").asText().equals(name)).findFirst();
  }

  Set<String> toolNames() {
    return tools.stream().map(tool -> tool.path("name").asText()).collect(Collectors.toSet());
  }

  /**
   * Returns a tool that can be called without side effects: it has no required argument, or is
   * read-only.
   */
  Optional<ToolCall> harmless() {
    Comparator<JsonNode> easiest =
        Comparator.comparing(
                (JsonNode tool) -> !tool.path("annotations").path("readOnlyHint").asBoolean())
            .thenComparing(tool -> tool.path("inputSchema").path("required").size());
    return tools.stream()
        .filter(tool -> !tool.path("annotations").path("destructiveHint").asBoolean())
        .min(easiest)
        .map(t -> new ToolCall(t.path("name").asText(), SchemaSampleValues.of(object(t))));
  }

  private static JsonNode object(JsonNode tool) {
    return ((ObjectNode) tool.path("inputSchema").deepCopy())
        .without(List.of("default", "anyOf", "oneOf"));
  }
}
