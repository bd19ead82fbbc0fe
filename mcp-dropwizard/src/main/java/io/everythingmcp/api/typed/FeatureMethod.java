package io.everythingmcp.api.typed;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An annotated method of an object, which arguments of a request are passed to. */
final class FeatureMethod {
  private final Object object;
  private final Method method;
  private final ArgumentList arguments;
  private final CompletionMethods completions;

  private FeatureMethod(
      Object object, Method method, ArgumentList arguments, CompletionMethods completions) {
    this.completions = completions;
    this.object = object;
    this.method = method;
    this.arguments = arguments;
  }

  /** Reads a method; adds its errors to the list. */
  static FeatureMethod of(
      Object object, Method method, CompletionMethods completions, StartErrors errors) {
    String place = place(method);
    if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      errors.add(place, "must be public and not static");
    } else if (!method.trySetAccessible()) {
      errors.add(place, "cannot be called from this module; open its package");
    }
    return new FeatureMethod(
        object, method, ArgumentList.of(object, method, place, errors), completions);
  }

  /** Returns class and method, with which errors begin. */
  static String place(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  String place() {
    return place(method);
  }

  Method method() {
    return method;
  }

  ArgumentList arguments() {
    return arguments;
  }

  /**
   * The values that may be proposed for an argument.
   *
   * @param others values of the other arguments
   * @return the values; empty if the argument is unknown
   */
  Optional<List<String>> completions(String argument, Map<String, String> others) {
    Optional<List<String>> own = completions.values(method.getName(), argument, others);
    return own.isPresent() ? own : arguments.completions(argument);
  }

  Type returnType() {
    return method.getGenericReturnType();
  }

  /**
   * Calls the method.
   *
   * @throws InvalidArgumentException if the arguments cannot be passed to it
   */
  Object call(Map<String, ?> given, RequestContext context) throws InvalidArgumentException {
    Object[] values = arguments.values(given, context);
    try {
      return method.invoke(object, values);
    } catch (InvocationTargetException e) {
      throw unchecked(place(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(place() + " cannot be called", e);
    }
  }

  /** What a method has thrown, as it can be thrown on. */
  static RuntimeException unchecked(String place, @Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return thrown instanceof RuntimeException known
        ? known
        : new IllegalStateException(place + " has thrown " + thrown, thrown);
  }

  /** Returns a text, or null if it is empty. */
  static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Returns an icon with this URI; null if it is empty. */
  static @Nullable List<McpSchema.Icon> icons(String uri) {
    return uri.isEmpty() ? null : List.of(McpSchema.Icon.builder(uri).build());
  }

  /** A call whose arguments may be refused. */
  @FunctionalInterface
  interface ArgumentCall {
    Object run() throws InvalidArgumentException;
  }

  /** The result of a tool, its error, or why its arguments are refused. */
  static RequestOutcome toolOutcome(String name, ArgumentCall call) {
    try {
      return ToolResults.outcome(call.run());
    } catch (ToolErrorException e) {
      return RequestOutcome.toolError(String.valueOf(e.getMessage()));
    } catch (InvalidArgumentException e) {
      return RequestOutcome.invalidToolArguments(name, e.getMessage());
    }
  }

  /** The result of a prompt or a resource, or why there is none. */
  static RequestOutcome outcome(
      ArgumentCall call,
      Function<Object, RequestOutcome> result,
      Function<InvalidArgumentException, RequestOutcome> refusal) {
    try {
      Object value = call.run();
      return value instanceof RequestOutcome outcome ? outcome : result.apply(value);
    } catch (ToolErrorException e) {
      return RequestOutcome.failed(ErrorKind.INVALID_PARAMS, String.valueOf(e.getMessage()));
    } catch (InvalidArgumentException e) {
      return refusal.apply(e);
    }
  }
}
