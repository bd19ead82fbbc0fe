package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.check.view.ClientMessage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which properties of a tool are to be mirrored as headers, and whether that can be done. */
final class ParameterHeaders {
  private static final String ANNOTATION = "x-mcp-header";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

  private ParameterHeaders() {}

  /** The annotated properties by the name of their header; the values are their paths. */
  static Map<String, JsonNode> annotated(JsonNode schema) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    collect(schema, JsonNodeFactory.instance.arrayNode(), found);
    return found;
  }

  private static void collect(JsonNode schema, ArrayNode path, Map<String, JsonNode> found) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              ArrayNode inner = path.deepCopy().add(property.getKey());
              JsonNode annotation = property.getValue().path(ANNOTATION);
              if (annotation.isTextual() && !annotation.textValue().isEmpty()) {
                found.put(annotation.textValue(), inner);
              }
              collect(property.getValue(), inner, found);
            });
  }

  /** Returns the argument of a header; a missing node if there is none. */
  static JsonNode argument(Map<String, JsonNode> annotated, String header, ClientMessage call) {
    for (Map.Entry<String, JsonNode> one : annotated.entrySet()) {
      if (one.getKey().equalsIgnoreCase(header)) {
        JsonNode value = call.params().path("arguments");
        for (JsonNode step : one.getValue()) {
          value = value.path(step.textValue());
        }
        return value;
      }
    }
    return MissingNode.getInstance();
  }

  /** Returns an argument as header value; null without one. */
  static String text(JsonNode argument) {
    return argument.isValueNode() && !argument.isNull() ? argument.asText() : null;
  }

  /** Returns why a tool must be ignored; null if its annotations are valid. */
  static String problem(JsonNode tool) {
    Set<String> names = new HashSet<>();
    return tool.isMissingNode() ? null : problem(tool.path("inputSchema"), true, names);
  }

  private static String problem(JsonNode node, boolean reachable, Set<String> names) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean properties = member.getKey().equals("properties") && member.getValue().isObject();
      if (!properties) {
        if (member.getValue().isContainerNode() && !member.getKey().equals("default")) {
          String inner = inside(member.getValue(), names);
          if (inner != null) {
            return inner;
          }
        }
        continue;
      }
      for (Map.Entry<String, JsonNode> property : member.getValue().properties()) {
        String wrong = annotation(property.getValue(), reachable, names);
        if (wrong == null) {
          wrong = problem(property.getValue(), reachable, names);
        }
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return null;
  }

  /** Below anything but properties no annotation is allowed. */
  private static String inside(JsonNode node, Set<String> names) {
    if (node.isObject() && node.has(ANNOTATION)) {
      return "an annotation that cannot be reached by properties alone";
    }
    for (JsonNode child : node) {
      String wrong = child.isContainerNode() ? inside(child, names) : null;
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private static String annotation(JsonNode property, boolean reachable, Set<String> names) {
    JsonNode annotation = property.path(ANNOTATION);
    if (annotation.isMissingNode()) {
      return null;
    }
    if (!annotation.isTextual() || !TOKEN.matcher(annotation.textValue()).matches()) {
      return "the annotation " + annotation;
    }
    if (!TYPES.contains(property.path("type").asText())) {
      return "the annotation " + annotation + " on the type " + property.path("type");
    }
    if (!names.add(annotation.textValue().toLowerCase(Locale.ROOT))) {
      return "the annotation " + annotation + " twice";
    }
    return reachable ? null : "an annotation that cannot be reached";
  }
}
