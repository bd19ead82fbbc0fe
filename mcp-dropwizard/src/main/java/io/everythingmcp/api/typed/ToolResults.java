package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts the return value of a tool to its result. */
final class ToolResults {
  private ToolResults() {}

  /** Whether values of a type are structured content; all others are content or text. */
  static boolean isStructured(Type type) {
    Class<?> raw = DefaultValues.raw(type);
    if (type instanceof ParameterizedType generic
        && List.class.isAssignableFrom(raw)
        && McpSchema.Content.class.isAssignableFrom(
            DefaultValues.raw(generic.getActualTypeArguments()[0]))) {
      return false;
    }
    return !isPassedThrough(raw) && !isText(raw);
  }

  private static boolean isPassedThrough(Class<?> raw) {
    return raw == void.class
        || raw == Void.class
        || RequestOutcome.class.isAssignableFrom(raw)
        || McpSchema.CallToolResult.class.isAssignableFrom(raw)
        || McpSchema.Content.class.isAssignableFrom(raw);
  }

  /** Returns whether a value becomes plain text: a string, a number, a boolean or a date. */
  private static boolean isText(Class<?> raw) {
    return raw.isPrimitive()
        || raw.isEnum()
        || CharSequence.class.isAssignableFrom(raw)
        || raw == Boolean.class
        || raw == Character.class
        || raw == Object.class
        || raw == java.util.UUID.class
        || raw == java.net.URI.class
        || Number.class.isAssignableFrom(raw)
        || raw.getName().startsWith("java.time.");
  }

  /** The output schema of a type; empty where the result is not structured. */
  static Optional<Map<String, Object>> schema(Type type, String place, StartErrors errors) {
    if (!isStructured(type)) {
      return Optional.empty();
    }
    Optional<String> problem =
        DefaultValues.raw(type).isAssignableFrom(Optional.class)
                || (type instanceof ParameterizedType generic
                    && generic.getRawType() == Optional.class)
            ? Optional.of("Optional is not a valid return type; use a record with an Optional")
            : TypeToolkit.shared().rules().problem(type, false);
    if (problem.isPresent()) {
      errors.add(place, "its result has no JSON Schema: " + problem.get());
      return Optional.empty();
    }
    return Optional.of(TypeToolkit.shared().resultSchema(type));
  }

  /** The result of a call. */
  static RequestOutcome outcome(Object value) {
    if (value == null) {
      return RequestOutcome.text("");
    }
    if (value instanceof String text) {
      return RequestOutcome.text(text);
    }
    if (value instanceof RequestOutcome outcome) {
      return outcome;
    }
    if (value instanceof McpSchema.CallToolResult result) {
      return new RequestOutcome.Complete(result);
    }
    if (value instanceof McpSchema.Content content) {
      return RequestOutcome.content(content);
    }
    if (value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(McpSchema.Content.class::isInstance)) {
      return RequestOutcome.content(
          list.stream().map(McpSchema.Content.class::cast).toArray(McpSchema.Content[]::new));
    }
    JsonNode json = TypeToolkit.shared().json(value);
    return isText(value.getClass())
        ? RequestOutcome.text(json.isTextual() ? json.textValue() : WireJson.text(json))
        : ContentBlocks.structured(json);
  }
}
