package io.everythingmcp.server.configuration.file;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A value that cannot be read: its location, and what is expected there. */
final class MappingProblem {
  private static final Set<String> YES = Set.of("yes", "on", "y");
  private static final Set<String> NO = Set.of("no", "off", "n");

  private final JsonMappingException exception;
  private final List<JsonMappingException.Reference> path;
  private final JsonNode parent;

  /**
   * Creates a problem.
   *
   * @param root the parsed file
   */
  MappingProblem(JsonMappingException exception, JsonNode root) {
    this.exception = exception;
    this.path = exception.getPath();
    JsonNode node = root;
    for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - 1))) {
      node = child(node, step);
    }
    this.parent = node;
  }

  private static JsonNode child(JsonNode parent, JsonMappingException.Reference step) {
    return step.getFieldName() == null
        ? parent.path(step.getIndex())
        : parent.path(step.getFieldName());
  }

  private JsonMappingException.Reference last() {
    return path.get(path.size() - 1);
  }

  /** The path of the value in the file. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        key.append('[').append(step.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return key.toString();
  }

  /** Returns whether the key is unknown. */
  boolean unknown() {
    return exception instanceof UnrecognizedPropertyException;
  }

  /** Returns the permitted values. */
  String allowed() {
    if (exception instanceof UnrecognizedPropertyException unknown) {
      return AllowedValues.names(last().getFieldName(), unknown.getKnownPropertyIds());
    }
    if (exception instanceof InvalidTypeIdException) {
      return "a supported type";
    }
    Class<?> type = type();
    return type == null
        ? ConfigurationErrors.oneLine(exception.getOriginalMessage())
        : AllowedValues.of(type);
  }

  private Class<?> type() {
    if (exception instanceof ValueInstantiationException value) {
      return value.getType().getRawClass();
    }
    return exception instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
  }

  /** Replaces YAML booleans, which variables can also contain, by their text. */
  boolean repaired() {
    if (path.isEmpty() || !(parent instanceof ObjectNode object)) {
      return false;
    }
    String text = object.path(last().getFieldName()).asText().toLowerCase(Locale.ROOT);
    Class<?> type = type();
    boolean truth = (type == boolean.class || type == Boolean.class) && !unknown();
    if (!truth || !(YES.contains(text) || NO.contains(text))) {
      return false;
    }
    object.set(last().getFieldName(), BooleanNode.valueOf(YES.contains(text)));
    return true;
  }

  /** Takes the value out; false where that cannot be done. */
  boolean remove() {
    if (path.isEmpty()) {
      return false;
    }
    if (parent instanceof ObjectNode object) {
      return object.remove(last().getFieldName()) != null;
    }
    return parent instanceof ArrayNode array && array.remove(last().getIndex()) != null;
  }
}
