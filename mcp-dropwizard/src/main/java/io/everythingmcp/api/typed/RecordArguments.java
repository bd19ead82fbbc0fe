package io.everythingmcp.api.typed;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.api.annotation.McpArgument;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record whose components are the arguments of a tool.
 *
 * @param <A> the record
 */
final class RecordArguments<A> {
  private final TypeToolkit toolkit = TypeToolkit.shared();
  private final Class<A> type;

  private RecordArguments(Class<A> type) {
    this.type = type;
  }

  /** Reads the arguments of a record; adds its errors to the list. */
  static <A> RecordArguments<A> of(Class<A> type, String place, StartErrors errors) {
    if (!type.isRecord()) {
      errors.add(place, "the argument type " + type.getName() + " must be a record");
    } else {
      TypeToolkit.shared()
          .rules()
          .problem(type, true)
          .ifPresent(problem -> errors.add(place, "its arguments have no JSON Schema: " + problem));
      check(type, place, errors);
    }
    return new RecordArguments<>(type);
  }

  /** Checks the annotations of a record's components. */
  static void check(Class<?> type, String place, StartErrors errors) {
    for (RecordComponent component : type.getRecordComponents()) {
      McpArgument argument = component.getAnnotation(McpArgument.class);
      if (argument == null) {
        continue;
      }
      String name = type.getSimpleName() + "." + component.getName();
      if (!argument.name().isEmpty()) {
        errors.add(place, name + " is renamed with @McpArgument; use @JsonProperty");
      }
      if (DefaultValues.isGiven(argument.defaultValue())) {
        defaultProblem(type, component, argument)
            .ifPresent(
                problem -> errors.add(place, "invalid default value of " + name + ": " + problem));
      }
    }
  }

  private static Optional<String> defaultProblem(
      Class<?> type, RecordComponent component, McpArgument argument) {
    TypeToolkit toolkit = TypeToolkit.shared();
    Class<?> raw = DefaultValues.raw(component.getGenericType());
    try {
      Object json = toolkit.defaults().json(raw, argument.defaultValue());
      Object value =
          toolkit
              .converter()
              .convertPresent("/" + component.getName(), json, component.getGenericType());
      return toolkit.constraints().violation(type, component.getName(), value);
    } catch (InvalidArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  Map<String, Object> schema() {
    return toolkit.argumentSchema(type);
  }

  /**
   * The record of a call.
   *
   * @throws InvalidArgumentException if a component is of another type, or breaks a constraint
   */
  A value(Map<String, Object> arguments) throws InvalidArgumentException {
    Object value = toolkit.converter().convertPresent("", arguments, type);
    toolkit.constraints().check(value);
    return type.cast(value);
  }

  /**
   * The components of records. They are read once per class, because reflection creates them and
   * parses their annotations for each reader.
   */
  static final class RecordParts {
    private final ClassValue<List<RecordPart>> parts =
        new ClassValue<>() {
          @Override
          protected List<RecordPart> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(RecordPart::of).toList();
          }
        };

    /** Returns the components of a record in their order. */
    List<RecordPart> of(Class<?> type) {
      return parts.get(type);
    }
  }

  /**
   * One component.
   *
   * @param name the name in Java
   * @param property the name in JSON
   * @param type with its type arguments
   * @param defaultValue the text of the default value, or null
   * @param accessor returns the value, or null if it is not accessible
   */
  record RecordPart(
      String name,
      String property,
      Type type,
      @Nullable String defaultValue,
      @Nullable Method accessor) {
    private static RecordPart of(RecordComponent component) {
      Method accessor = component.getAccessor();
      JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
      McpArgument argument = component.getAnnotation(McpArgument.class);
      return new RecordPart(
          component.getName(),
          renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value(),
          component.getGenericType(),
          argument != null && DefaultValues.isGiven(argument.defaultValue())
              ? argument.defaultValue()
              : null,
          accessor.trySetAccessible() ? accessor : null);
    }

    /** Returns the value of the component; null if it is not accessible. */
    @Nullable Object value(Object object) {
      try {
        return accessor == null ? null : accessor.invoke(object);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Component " + name + " cannot be read", e);
      }
    }
  }

  /**
   * Creates records from values that need no conversion: each component is a string, a boolean or a
   * number, and has a value of exactly this type. All others are converted by Jackson, in
   * particular records with annotations of Jackson.
   */
  static final class DirectRecords {
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
}
