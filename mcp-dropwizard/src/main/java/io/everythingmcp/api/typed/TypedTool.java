package io.everythingmcp.api.typed;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tool that consists of a record and a function: the components of the record are the arguments.
 * Immutable; each method returns a copy.
 *
 * <p>The function has the same return types as a method with {@link
 * io.everythingmcp.api.annotation.McpTool}.
 */
public final class TypedTool implements Tool {
  private final McpSchema.Tool definition;
  private final Function<RequestContext, RequestOutcome> body;
  private final ToolOptions options;

  TypedTool(
      McpSchema.Tool definition,
      ToolOptions options,
      Function<RequestContext, RequestOutcome> body) {
    this.definition = definition;
    this.options = options;
    this.body = body;
  }

  /**
   * Properties of a tool in addition to its definition.
   *
   * @param requiredScope the required OAuth scope
   * @param scopeDescription for the consent page; may be empty
   * @param taskSupport whether it may run as a task
   * @param blocking whether it may block
   * @param logs whether it sends log messages
   */
  record ToolOptions(
      String requiredScope,
      String scopeDescription,
      TaskSupport taskSupport,
      boolean blocking,
      boolean logs) {
    static final ToolOptions DEFAULTS =
        new ToolOptions(OAuthScopes.WRITE, "", TaskSupport.FORBIDDEN, true, false);
  }

  /**
   * Creates a tool whose function has its arguments only.
   *
   * @param <A> the type of the arguments
   * @param name the name of the tool
   * @param description what the tool does, for the model that selects it
   * @param arguments a record
   * @param function returns the result of the tool; see {@link AnnotatedFeatures}
   * @return the tool
   * @throws InvalidFeaturesException if the tool is invalid
   */
  public static <A> TypedTool of(
      String name, String description, Class<A> arguments, Function<A, ?> function) {
    return of(name, description, arguments, (values, context) -> function.apply(values));
  }

  /**
   * Creates a tool whose function has its arguments and the request context.
   *
   * @param <A> the type of the arguments
   * @param name the name of the tool
   * @param description what the tool does, for the model that selects it
   * @param arguments a record
   * @param function returns the result of the tool; see {@link AnnotatedFeatures}
   * @return the tool
   * @throws InvalidFeaturesException if the tool is invalid
   */
  public static <A> TypedTool of(
      String name,
      String description,
      Class<A> arguments,
      BiFunction<A, RequestContext, ?> function) {
    StartErrors errors = new StartErrors();
    String place = "TypedTool " + name;
    StartErrors.toolName(name).ifPresent(problem -> errors.add(place, problem));
    StartErrors.description(description).ifPresent(problem -> errors.add(place, problem));
    RecordArguments<A> reader = RecordArguments.of(arguments, place, errors);
    errors.refuseAny();
    McpSchema.Tool definition =
        McpSchema.Tool.builder(name, reader.schema()).description(description).build();
    return new TypedTool(
        definition,
        ToolOptions.DEFAULTS,
        call ->
            FeatureMethod.toolOutcome(
                name, () -> function.apply(reader.value(call.arguments()), call)));
  }

  /**
   * With this name for users.
   *
   * @param title the name
   * @return another tool
   */
  public TypedTool title(String title) {
    return with(copy().title(title));
  }

  /**
   * With these hints; see {@link io.everythingmcp.api.support.ToolHints}.
   *
   * @param hints the annotations of the definition
   * @return another tool
   */
  public TypedTool hints(McpSchema.ToolAnnotations hints) {
    return with(copy().annotations(hints));
  }

  /**
   * With the schema of its structured result.
   *
   * @param type a record, or another type that is an object in JSON
   * @return another tool
   * @throws InvalidFeaturesException if it has no schema
   */
  public TypedTool output(Class<?> type) {
    StartErrors errors = new StartErrors();
    Optional<java.util.Map<String, Object>> schema =
        ToolResults.schema(type, "TypedTool " + definition.name(), errors);
    errors.refuseAny();
    return with(copy().outputSchema(schema.orElse(null)));
  }

  /**
   * With another OAuth scope that a caller needs.
   *
   * @param scope the scope
   * @param description what a user allows with it, for the consent page; may be empty
   * @return another tool
   */
  public TypedTool requiredScope(String scope, String description) {
    return with(
        new ToolOptions(
            scope, description, options.taskSupport(), options.blocking(), options.logs()));
  }

  /**
   * With support for tasks.
   *
   * @param support whether a call may or must be a task
   * @return another tool
   */
  public TypedTool taskSupport(TaskSupport support) {
    return with(
        new ToolOptions(
            options.requiredScope(),
            options.scopeDescription(),
            support,
            options.blocking(),
            options.logs()));
  }

  /**
   * As one that never waits; see {@link io.everythingmcp.api.InstantFeature}.
   *
   * @return another tool
   */
  public TypedTool instant() {
    return with(
        new ToolOptions(
            options.requiredScope(),
            options.scopeDescription(),
            options.taskSupport(),
            false,
            options.logs()));
  }

  /**
   * As one that sends log messages to the client.
   *
   * @return another tool
   */
  public TypedTool logging() {
    return with(
        new ToolOptions(
            options.requiredScope(),
            options.scopeDescription(),
            options.taskSupport(),
            options.blocking(),
            true));
  }

  private McpSchema.Tool.Builder copy() {
    return McpSchema.Tool.builder(definition.name(), definition.inputSchema())
        .title(definition.title())
        .description(definition.description())
        .outputSchema(definition.outputSchema())
        .annotations(definition.annotations())
        .icons(definition.icons());
  }

  private TypedTool with(McpSchema.Tool.Builder changed) {
    return new TypedTool(changed.build(), options, body);
  }

  private TypedTool with(ToolOptions changed) {
    return new TypedTool(definition, changed, body);
  }

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return body.apply(call);
  }

  @Override
  public TaskSupport taskSupport() {
    return options.taskSupport();
  }

  @Override
  public String requiredScope() {
    return options.requiredScope();
  }

  @Override
  public String scopeDescription() {
    return options.scopeDescription();
  }

  @Override
  public boolean isBlocking() {
    return options.blocking();
  }

  @Override
  public boolean logs() {
    return options.logs();
  }
}
