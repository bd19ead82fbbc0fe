package io.everythingmcp.api.typed;

import io.everythingmcp.api.RequestContext;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** An annotated method of an object, which arguments of a request are passed to. */
final class FeatureMethod {
  private final Object object;
  private final Method method;
  private final ArgumentList arguments;

  private FeatureMethod(Object object, Method method, ArgumentList arguments) {
    this.object = object;
    this.method = method;
    this.arguments = arguments;
  }

  /** Reads a method; adds its errors to the list. */
  static FeatureMethod of(Object object, Method method, StartErrors errors) {
    String place = place(method);
    if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      errors.add(place, "must be public and not static");
    } else if (!method.trySetAccessible()) {
      errors.add(place, "cannot be called from this module; open its package");
    }
    return new FeatureMethod(object, method, ArgumentList.of(object, method, place, errors));
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
      throw unchecked(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(place() + " cannot be called", e);
    }
  }

  private RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return thrown instanceof RuntimeException known
        ? known
        : new IllegalStateException(place() + " has thrown " + thrown, thrown);
  }

  /** Returns a text, or null if it is empty. */
  static String given(String text) {
    return text.isEmpty() ? null : text;
  }

  /** An icon with this URI; null where it is empty. */
  static List<McpSchema.Icon> icons(String uri) {
    return uri.isEmpty() ? null : List.of(McpSchema.Icon.builder(uri).build());
  }
}
