package io.everythingmcp.api.typed;

import io.everythingmcp.api.annotation.McpCompletion;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The methods of an object with {@link McpCompletion}. */
final class CompletionMethods {
  private static final String VALUES = "java.util.List<java.lang.String>";
  private static final String OTHERS = "java.util.Map<java.lang.String, java.lang.String>";

  private final Object object;

  /** By the method that they belong to, and the argument. */
  private final Map<List<String>, Method> methods = new HashMap<>();

  CompletionMethods(Object object, StartErrors errors) {
    this.object = object;
    annotated(object.getClass())
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> add(method, errors));
  }

  private static Stream<Method> annotated(Class<?> type) {
    return type == null || type == Object.class
        ? Stream.empty()
        : Stream.concat(
            Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(McpCompletion.class)),
            annotated(type.getSuperclass()));
  }

  private void add(Method method, StartErrors errors) {
    McpCompletion annotation = method.getAnnotation(McpCompletion.class);
    String place = FeatureMethod.place(method);
    if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      errors.add(place, "must be public and not static");
    } else if (!method.trySetAccessible()) {
      errors.add(place, "cannot be called from this module; open its package");
    }
    if (!method.getGenericReturnType().getTypeName().equals(VALUES)) {
      errors.add(
          place,
          "returns "
              + method.getGenericReturnType().getTypeName()
              + "; a completion method must return List<String>");
    }
    if (method.getParameterCount() > 1
        || Arrays.stream(method.getGenericParameterTypes())
            .anyMatch(type -> !type.getTypeName().equals(OTHERS))) {
      errors.add(
          place, "may have only one parameter, a Map<String, String> of the other arguments");
    }
    List<String> key = List.of(annotation.method(), annotation.argument());
    if (methods.putIfAbsent(key, method) != null) {
      errors.add(
          place,
          "duplicate completion method for \""
              + annotation.argument()
              + "\" of "
              + annotation.method());
    }
  }

  /** Refuses those that belong to no argument of the features. */
  void check(Map<String, FeatureMethod> features, StartErrors errors) {
    methods.forEach(
        (key, method) -> {
          FeatureMethod feature = features.get(key.get(0));
          String place = FeatureMethod.place(method);
          if (feature == null
              || !(feature.method().isAnnotationPresent(McpPrompt.class)
                  || feature.method().isAnnotationPresent(McpResource.class))) {
            errors.add(
                place,
                "no method \"" + key.get(0) + "\" of its class has @McpPrompt or @McpResource");
          } else if (feature.arguments().completions(key.get(1)).isEmpty()) {
            errors.add(place, key.get(0) + " has no argument \"" + key.get(1) + "\"");
          }
        });
  }

  /** Returns the values for an argument of a feature; empty if no method provides them. */
  Optional<List<String>> values(String feature, String argument, Map<String, String> others) {
    Method method = methods.get(List.of(feature, argument));
    return method == null ? Optional.empty() : Optional.of(call(method, others));
  }

  private List<String> call(Method method, Map<String, String> others) {
    try {
      Object values =
          method.getParameterCount() == 0 ? method.invoke(object) : method.invoke(object, others);
      return values == null ? List.of() : ((List<?>) values).stream().map(String::valueOf).toList();
    } catch (InvocationTargetException e) {
      throw FeatureMethod.unchecked(FeatureMethod.place(method), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(FeatureMethod.place(method) + " cannot be called", e);
    }
  }
}
