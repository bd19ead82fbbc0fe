package io.everythingmcp.api.typed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Java types with a JSON Schema: those that Jackson reads and writes as data. */
final class JavaTypeRules {
  private final JavaTypeFormats formats;

  JavaTypeRules(JavaTypeFormats formats) {
    this.formats = formats;
  }

  /**
   * Returns why a type has no schema, as the end of a sentence; empty if it has one.
   *
   * @param read whether values are read, and not only written
   */
  Optional<String> problem(Type type, boolean read) {
    return problem(type, read, new HashSet<>());
  }

  private Optional<String> problem(Type type, boolean read, Set<Type> seen) {
    if (formats.schema(type).isPresent() || !seen.add(type)) {
      return Optional.empty();
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, read, seen);
    }
    if (type instanceof GenericArrayType array) {
      return problem(array.getGenericComponentType(), read, seen);
    }
    return type instanceof Class<?> raw
        ? plain(raw, read, seen)
        : Optional.of(type.getTypeName() + " is a type variable or wildcard; use a class");
  }

  private Optional<String> generic(ParameterizedType type, boolean read, Set<Type> seen) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    Type last = arguments[arguments.length - 1];
    if (raw != Optional.class
        && last instanceof ParameterizedType item
        && item.getRawType() == Optional.class) {
      return Optional.of(type.getTypeName() + " has Optional elements, which are not supported");
    }
    if (Map.class.isAssignableFrom(raw)) {
      return isKey(arguments[0])
          ? problem(arguments[1], read, seen)
          : Optional.of("the keys of a Map must be strings, not " + arguments[0].getTypeName());
    }
    if (Collection.class.isAssignableFrom(raw) || raw == Optional.class) {
      return problem(arguments[0], read, seen);
    }
    return Optional.of(
        type.getTypeName() + " is generic, but not a Collection, a Map or an Optional");
  }

  private static boolean isKey(Type type) {
    return type == String.class
        || type == Integer.class
        || type == Long.class
        || type == java.util.UUID.class
        || (type instanceof Class<?> raw && raw.isEnum());
  }

  private Optional<String> plain(Class<?> raw, boolean read, Set<Type> seen) {
    if (raw == Object.class || JsonNode.class.isAssignableFrom(raw)) {
      return Optional.empty();
    }
    if (raw.isArray()) {
      return problem(raw.getComponentType(), read, seen);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants().length == 0
          ? Optional.of(raw.getTypeName() + " has no constants")
          : Optional.empty();
    }
    if (isOfThePlatform(raw) || raw.isPrimitive() || raw.isAnnotation()) {
      return Optional.of(raw.getTypeName() + " has no JSON Schema");
    }
    if (raw.getTypeParameters().length > 0) {
      return Optional.of(raw.getTypeName() + " is a raw type; it must have type arguments");
    }
    if (raw.isRecord()) {
      return first(
          Arrays.stream(raw.getRecordComponents()).map(RecordComponent::getGenericType),
          read,
          seen);
    }
    return bean(raw, read, seen);
  }

  private static boolean isOfThePlatform(Class<?> raw) {
    return raw.getName().startsWith("java.")
        || raw.getName().startsWith("javax.")
        || raw.getName().startsWith("jdk.");
  }

  private Optional<String> bean(Class<?> raw, boolean read, Set<Type> seen) {
    if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers())) {
      return raw.isAnnotationPresent(JsonSubTypes.class)
          ? first(
              Arrays.stream(raw.getAnnotation(JsonSubTypes.class).value())
                  .map(JsonSubTypes.Type::value),
              read,
              seen)
          : Optional.of(
              raw.getTypeName() + " is abstract; it must list its subtypes with @JsonSubTypes");
    }
    if (read && !isConstructible(raw)) {
      return Optional.of(
          raw.getTypeName() + " must be a record or have a constructor without parameters");
    }
    return first(
        Arrays.stream(raw.getDeclaredFields())
            .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
            .map(Field::getGenericType),
        read,
        seen);
  }

  private static boolean isConstructible(Class<?> raw) {
    boolean inner = raw.isMemberClass() && !Modifier.isStatic(raw.getModifiers());
    return !inner
        && (Arrays.stream(raw.getDeclaredConstructors()).anyMatch(JavaTypeRules::isCreator)
            || Arrays.stream(raw.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class)));
  }

  private static boolean isCreator(Constructor<?> constructor) {
    return constructor.getParameterCount() == 0
        || constructor.isAnnotationPresent(JsonCreator.class);
  }

  private Optional<String> first(
      java.util.stream.Stream<? extends Type> types, boolean read, Set<Type> seen) {
    return types.map(type -> problem(type, read, seen)).flatMap(Optional::stream).findFirst();
  }
}
