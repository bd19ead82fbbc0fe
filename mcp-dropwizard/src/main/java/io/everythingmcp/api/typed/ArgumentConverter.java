package io.everythingmcp.api.typed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.everythingmcp.api.typed.RecordArguments.DirectRecords;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of JSON as values of Java types, and back. */
final class ArgumentConverter {
  private static final Set<Class<?>> INTEGERS =
      Set.of(
          byte.class,
          Byte.class,
          short.class,
          Short.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          java.math.BigInteger.class);

  private final DefaultValues defaults;
  private final DirectRecords records;
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(
              com.fasterxml.jackson.databind.SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(com.fasterxml.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  /** Resolved types: resolving one takes as long as the conversion of a record. */
  private final ClassValue<JavaType> classes =
      new ClassValue<>() {
        @Override
        protected JavaType computeValue(Class<?> type) {
          return mapper.constructType(type);
        }
      };

  ArgumentConverter(DefaultValues defaults, DirectRecords records) {
    this.defaults = defaults;
    this.records = records;
  }

  /** Whether a type holds integers only. */
  static boolean isInteger(Class<?> type) {
    return INTEGERS.contains(type);
  }

  /** The value that a parameter without one has: null, or zero of a primitive type. */
  static @Nullable Object zero(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  /** The mapper for results. */
  ObjectMapper mapper() {
    return mapper;
  }

  /**
   * Converts a value to a type.
   *
   * @param path path of the value in the arguments, as a JSON pointer
   * @throws InvalidArgumentException if the value is invalid
   */
  @Nullable Object convert(String path, @Nullable Object json, Type type)
      throws InvalidArgumentException {
    if (type == String.class && json instanceof String) {
      return json;
    }
    try {
      Object value = converted(json, type);
      if (value == null && json != null) {
        throw new InvalidArgumentException(path + ": must not be null");
      }
      return value;
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(sentence(path, e));
    }
  }

  /**
   * Converts a value that is present to a type.
   *
   * @param path path of the value in the arguments, as a JSON pointer
   * @throws InvalidArgumentException if the value is invalid or null
   */
  Object convertPresent(String path, Object json, Type type) throws InvalidArgumentException {
    Object value = convert(path, json, type);
    if (value == null) {
      throw new InvalidArgumentException(path + ": must not be null");
    }
    return value;
  }

  private @Nullable Object converted(@Nullable Object json, Type type) {
    if (!(type instanceof Class<?> raw)) {
      return mapper.convertValue(defaults.filled(type, json), mapper.constructType(type));
    }
    // A record that is created directly has a value for each component, and so no default.
    Object direct =
        raw.isRecord() && json instanceof Map<?, ?> members ? records.create(raw, members) : null;
    return direct != null
        ? direct
        : mapper.convertValue(defaults.filled(type, json), classes.get(raw));
  }

  private static String sentence(String path, IllegalArgumentException problem) {
    if (!(problem.getCause() instanceof JsonMappingException mapping)) {
      return path + ": " + problem.getMessage();
    }
    return path + pointer(mapping) + ": " + reason(mapping);
  }

  private static String pointer(JsonMappingException problem) {
    StringBuilder pointer = new StringBuilder();
    problem
        .getPath()
        .forEach(
            step ->
                pointer
                    .append('/')
                    .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
    return pointer.toString();
  }

  private static String reason(JsonMappingException problem) {
    if (problem instanceof ValueInstantiationException && problem.getCause() != null) {
      return "is invalid: " + problem.getCause().getMessage();
    }
    if (problem instanceof PropertyBindingException unknown) {
      return "has no property \"" + unknown.getPropertyName() + "\"";
    }
    if (problem instanceof InvalidFormatException format) {
      return "\"" + format.getValue() + "\" is not " + words(format.getTargetType());
    }
    return problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? "is not " + words(mismatch.getTargetType())
        : "does not have the type that the schema requires";
  }

  private static String words(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (type == int.class || type == Integer.class) {
      return "a 32-bit integer";
    }
    if (type == long.class || type == Long.class) {
      return "a 64-bit integer";
    }
    if (type == java.time.Duration.class) {
      return "a duration of days, hours, minutes and seconds, such as P1DT2H30M";
    }
    String name = type.getSimpleName().toLowerCase(Locale.ROOT);
    return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }
}
