package io.everythingmcp.api.typed;

import io.everythingmcp.api.annotation.McpTool;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/** A tool of a method. */
final class ToolMethod {
  private final FeatureMethod method;
  private final McpTool annotation;
  private final StartErrors errors;
  private final Optional<Map<String, Object>> output;

  ToolMethod(FeatureMethod method, StartErrors errors) {
    this.method = method;
    this.errors = errors;
    this.annotation = method.method().getAnnotation(McpTool.class);
    String place = method.place();
    StartErrors.toolName(name()).ifPresent(problem -> errors.add(place, problem));
    StartErrors.description(annotation.description())
        .ifPresent(problem -> errors.add(place, problem));
    Type result = annotation.output() == Void.class ? method.returnType() : annotation.output();
    this.output = ToolResults.schema(result, place, errors);
  }

  String name() {
    return annotation.name().isEmpty() ? method.method().getName() : annotation.name();
  }

  /** Returns whether there are no errors in addition to a number of earlier ones. */
  boolean isMade(int before) {
    return errors.count() == before;
  }

  TypedTool tool() {
    McpSchema.Tool definition =
        McpSchema.Tool.builder(name(), method.arguments().schema())
            .title(FeatureMethod.given(annotation.title()))
            .description(annotation.description())
            .outputSchema(output.orElse(null))
            .annotations(hints())
            .icons(FeatureMethod.icons(annotation.icon()))
            .build();
    return new TypedTool(
        definition,
        new TypedTool.ToolOptions(
            annotation.requiredScope(),
            annotation.scopeDescription(),
            annotation.taskSupport(),
            annotation.blocking(),
            annotation.logs()),
        call ->
            FeatureMethod.toolOutcome(
                definition.name(), () -> method.call(call.arguments(), call)));
  }

  private McpSchema.ToolAnnotations hints() {
    return new McpSchema.ToolAnnotations(
        null,
        annotation.readOnly(),
        annotation.destructive() && !annotation.readOnly(),
        annotation.idempotent(),
        annotation.openWorld(),
        null);
  }
}
