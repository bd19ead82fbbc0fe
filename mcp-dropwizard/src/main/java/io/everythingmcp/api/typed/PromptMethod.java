package io.everythingmcp.api.typed;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.support.ContentBlocks;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A prompt of a method. */
final class PromptMethod implements Prompt {
  private final FeatureMethod method;
  private final McpPrompt annotation;
  private final McpSchema.Prompt definition;

  PromptMethod(FeatureMethod method, StartErrors errors) {
    this.method = method;
    this.annotation = method.method().getAnnotation(McpPrompt.class);
    String place = method.place();
    StartErrors.description(annotation.description())
        .ifPresent(problem -> errors.add(place, problem));
    if (!isMessages(method.returnType())) {
      errors.add(
          place,
          "returns "
              + method.returnType().getTypeName()
              + "; a prompt must return String, PromptMessage, List<PromptMessage>, Content,"
              + " GetPromptResult or RequestOutcome");
    }
    this.definition =
        McpSchema.Prompt.builder(name())
            .title(FeatureMethod.given(annotation.title()))
            .description(annotation.description())
            .arguments(method.arguments().arguments().stream().map(PromptMethod::argument).toList())
            .icons(FeatureMethod.icons(annotation.icon()))
            .build();
  }

  private static boolean isMessages(Type type) {
    Class<?> raw = DefaultValues.raw(type);
    return raw == String.class
        || raw == McpSchema.PromptMessage.class
        || raw == McpSchema.GetPromptResult.class
        || McpSchema.Content.class.isAssignableFrom(raw)
        || RequestOutcome.class.isAssignableFrom(raw)
        || (type instanceof ParameterizedType list
            && List.class.isAssignableFrom(raw)
            && list.getActualTypeArguments()[0] == McpSchema.PromptMessage.class);
  }

  private static McpSchema.PromptArgument argument(ArgumentDefinition argument) {
    return new McpSchema.PromptArgument(
        argument.name(), null, FeatureMethod.given(argument.description()), argument.isRequired());
  }

  private String name() {
    return annotation.name().isEmpty() ? method.method().getName() : annotation.name();
  }

  @Override
  public McpSchema.Prompt definition() {
    return definition;
  }

  @Override
  public RequestOutcome get(RequestContext call) {
    return FeatureMethod.outcome(
        () -> method.call(call.arguments(), call),
        this::result,
        refused ->
            RequestOutcome.failed(
                ErrorKind.INVALID_PARAMS,
                "Invalid arguments for prompt " + name() + ": " + refused.getMessage()));
  }

  private RequestOutcome result(Object value) {
    if (value instanceof McpSchema.GetPromptResult result) {
      return new RequestOutcome.Complete(result);
    }
    List<McpSchema.PromptMessage> messages =
        value instanceof List<?> list
            ? list.stream().map(PromptMethod::message).toList()
            : List.of(message(value));
    return new RequestOutcome.Complete(
        new McpSchema.GetPromptResult(annotation.description(), messages, null));
  }

  private static McpSchema.PromptMessage message(Object value) {
    if (value instanceof McpSchema.PromptMessage message) {
      return message;
    }
    return ContentBlocks.user(
        value instanceof McpSchema.Content content
            ? content
            : ContentBlocks.text(String.valueOf(value)));
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return method.completions(argument, context);
  }

  @Override
  public boolean isBlocking() {
    return annotation.blocking();
  }

  @Override
  public boolean logs() {
    return annotation.logs();
  }
}
