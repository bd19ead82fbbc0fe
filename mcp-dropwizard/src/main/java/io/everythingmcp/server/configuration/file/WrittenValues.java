package io.everythingmcp.server.configuration.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Configuration file with substituted variables, which records for each key its original text and
 * its variable. A variable that is set but empty is treated as not set.
 */
final class WrittenValues {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)");
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final EnvironmentVariableSubstitutor substitutor =
      new EnvironmentVariableSubstitutor(false, true);
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  WrittenValues(UnaryOperator<String> environment) {
    substitutor.setVariableResolver(
        name -> {
          String value = environment.apply(name);
          return value == null || value.isBlank() ? null : value;
        });
  }

  /**
   * Reads a file. If it is valid YAML only after the substitution of variables, they are
   * substituted in the text first, and their names are lost.
   */
  JsonNode read(String yaml) throws IOException {
    try {
      return tree(yaml);
    } catch (JsonProcessingException e) {
      texts.clear();
      variables.clear();
      return tree(substitutor.replace(yaml));
    }
  }

  private JsonNode tree(String yaml) throws IOException {
    try (JsonParser parser = YAML.createParser(yaml)) {
      JsonToken first = parser.nextToken();
      return first == null ? NullNode.instance : node(parser, "");
    }
  }

  private JsonNode node(JsonParser parser, String key) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, node(parser, key.isEmpty() ? name : key + "." + name));
        }
        return object;
      }
      case START_ARRAY -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(node(parser, key + "[" + array.size() + "]"));
        }
        return array;
      }
      default -> {
        return scalar(parser, key);
      }
    }
  }

  private JsonNode scalar(JsonParser parser, String key) throws IOException {
    String text = parser.getText();
    texts.put(key, text);
    return switch (parser.currentToken()) {
      case VALUE_TRUE, VALUE_FALSE ->
          BooleanNode.valueOf(parser.currentToken() == JsonToken.VALUE_TRUE);
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(parser.getDecimalValue());
      case VALUE_NULL -> NullNode.instance;
      default -> substituted(key, text);
    };
  }

  /** A node of the smallest type that holds it, as other readers of YAML and JSON make it. */
  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
      case LONG -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
      default -> JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
    };
  }

  private JsonNode substituted(String key, String text) throws IOException {
    Matcher variable = VARIABLE.matcher(text);
    if (!variable.find()) {
      return TextNode.valueOf(text);
    }
    variables.put(key, variable.group(1));
    String value = substitutor.replace(text);
    texts.put(key, value);
    boolean structure = value.startsWith("[") && value.endsWith("]") && !value.startsWith("[:");
    return structure || (value.startsWith("{") && value.endsWith("}"))
        ? new YAMLMapper(YAML).readTree(value)
        : TextNode.valueOf(value);
  }

  /** Adds values that are absent here. */
  void orElse(WrittenValues defaults) {
    defaults.variables.forEach(
        (key, variable) -> {
          if (!texts.containsKey(key)) {
            variables.put(key, variable);
          }
        });
    defaults.texts.forEach(texts::putIfAbsent);
  }

  /** Returns the value of a key as written; empty if it is not set. */
  Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** Returns the key, with its variable if it has one. */
  String named(String key) {
    String variable = variables.get(key);
    return variable == null ? key : key + " (" + variable + ")";
  }
}
