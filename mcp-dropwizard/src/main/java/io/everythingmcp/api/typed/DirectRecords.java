package io.everythingmcp.api.typed;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.everythingmcp.api.typed.RecordArguments.RecordPart;
import io.everythingmcp.api.typed.RecordArguments.RecordParts;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates records from values that need no conversion: each component is a string, a boolean or a
 * number, and has a value of exactly this type. All others are converted by Jackson, in particular
 * records with annotations of Jackson.
 */
final class DirectRecords {
  private static final Map<Class<?>, Class<?>> TYPES =
      Map.of(
          String.class, String.class,
          boolean.class, Boolean.class,
          Boolean.class, Boolean.class,
          int.class, Integer.class,
          Integer.class, Integer.class,
          long.class, Long.class,
          Long.class, Long.class,
          double.class, Double.class,
          Double.class, Double.class);

  private final RecordParts parts;

  /** Empty for records that only Jackson creates. */
  private final ClassValue<Optional<Constructor<?>>> constructors =
      new ClassValue<>() {
        @Override
        protected Optional<Constructor<?>> computeValue(Class<?> type) {
          return constructor(type);
        }
      };

  DirectRecords(RecordParts parts) {
    this.parts = parts;
  }

  /**
   * Creates a record.
   *
   * @return null if a value must be converted, if one is missing, or if the constructor refuses
   *     them
   */
  @Nullable Object create(Class<?> type, Map<?, ?> members) {
    Constructor<?> constructor = constructors.get(type).orElse(null);
    if (constructor == null) {
      return null;
    }
    List<RecordPart> components = parts.of(type);
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      RecordPart component = components.get(i);
      Object value = members.get(component.name());
      if (value == null || value.getClass() != TYPES.get((Class<?>) component.type())) {
        return null;
      }
      values[i] = value;
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Optional<Constructor<?>> constructor(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    // Annotations of an interface would hold for the record.
    boolean direct =
        type.getInterfaces().length == 0
            && Arrays.stream(components)
                .allMatch(component -> TYPES.containsKey(component.getType()))
            && elements(type).noneMatch(DirectRecords::isForJackson);
    if (!direct) {
      return Optional.empty();
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      return canonical.trySetAccessible() ? Optional.of(canonical) : Optional.empty();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  private static Stream<AnnotatedElement> elements(Class<?> type) {
    return Stream.of(
            Stream.of(type),
            Arrays.stream(type.getDeclaredFields()),
            Arrays.stream(type.getDeclaredMethods()),
            Arrays.stream(type.getDeclaredConstructors()),
            Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters())))
        .flatMap(elements -> elements);
  }

  private static boolean isForJackson(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(
            type ->
                type.isAnnotationPresent(JacksonAnnotation.class)
                    || type.isAnnotationPresent(JacksonAnnotationsInside.class));
  }
}
