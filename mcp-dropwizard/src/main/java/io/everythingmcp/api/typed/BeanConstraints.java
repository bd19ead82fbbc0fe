package io.everythingmcp.api.typed;

import io.everythingmcp.api.typed.RecordArguments.RecordPart;
import io.everythingmcp.api.typed.RecordArguments.RecordParts;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Checks parameters and records by their constraints of Jakarta Validation. Records within records
 * and collections are checked with or without {@code Valid}.
 */
final class BeanConstraints {
  private final Validator validator =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .defaultLocale(Locale.ENGLISH)
          .locales(Locale.ENGLISH)
          .localeResolver(context -> Locale.ENGLISH)
          .buildValidatorFactory()
          .getValidator();
  private final RecordParts parts;

  private final ClassValue<RecordConstraints> records =
      new ClassValue<>() {
        @Override
        protected RecordConstraints computeValue(Class<?> type) {
          return new RecordConstraints(
              validator.getConstraintsForClass(type).isBeanConstrained(),
              parts.of(type).stream()
                  .filter(part -> canBeNested(DefaultValues.raw(part.type())))
                  .toList());
        }
      };

  /**
   * Where a record can have constraints.
   *
   * @param own whether the record has some
   * @param nested the components whose values can contain constraints of their own
   */
  private record RecordConstraints(boolean own, List<RecordPart> nested) {
    boolean none() {
      return !own && nested.isEmpty();
    }
  }

  BeanConstraints(RecordParts parts) {
    this.parts = parts;
  }

  /** Whether the parameters of a method may have constraints. */
  boolean hasConstrainedParameters(Object object, Method method) {
    MethodDescriptor constraints =
        validator
            .getConstraintsForClass(object.getClass())
            .getConstraintsForMethod(method.getName(), method.getParameterTypes());
    return (constraints != null && constraints.hasConstrainedParameters())
        || Arrays.stream(method.getGenericParameterTypes())
            .anyMatch(BeanConstraints::canHaveConstraints);
  }

  /** The validator does not report those of type arguments for each method that has them. */
  private static boolean canHaveConstraints(Type type) {
    return !(type instanceof Class<?>);
  }

  /**
   * Checks the records in the parameters of a call, of a method without constrained parameters.
   *
   * @param names the argument that a parameter is
   * @throws InvalidArgumentException if one breaks a constraint
   */
  void checkRecords(Object[] values, IntFunction<String> names) throws InvalidArgumentException {
    for (Object value : values) {
      if (isNested(value)) {
        Set<String> sentences = new TreeSet<>();
        within(values, names, sentences);
        refuse(sentences);
        return;
      }
    }
  }

  /**
   * Checks the parameters of a call.
   *
   * @param names the argument that a parameter is
   * @throws InvalidArgumentException if one breaks a constraint
   */
  void check(Object object, Method method, Object[] values, IntFunction<String> names)
      throws InvalidArgumentException {
    Set<String> sentences = new TreeSet<>();
    validator
        .forExecutables()
        .validateParameters(object, method, values)
        .forEach(violation -> sentences.add(sentence("", violation, names)));
    within(values, names, sentences);
    refuse(sentences);
  }

  private void within(Object[] values, IntFunction<String> names, Set<String> sentences) {
    for (int i = 0; i < values.length; i++) {
      if (isNested(values[i])) {
        within("/" + names.apply(i), values[i], sentences);
      }
    }
  }

  /** Returns the constraint violations of one parameter as sentences. */
  List<String> violations(
      Object object, Method method, Object[] values, int index, IntFunction<String> names) {
    String pointer = "/" + names.apply(index);
    return validator.forExecutables().validateParameters(object, method, values).stream()
        .map(violation -> sentence("", violation, names))
        .filter(
            sentence -> sentence.startsWith(pointer + ":") || sentence.startsWith(pointer + "/"))
        .sorted()
        .toList();
  }

  /**
   * Checks a record.
   *
   * @throws InvalidArgumentException if it, or a record in it, breaks a constraint
   */
  void check(Object value) throws InvalidArgumentException {
    if (value instanceof Record && records.get(value.getClass()).none()) {
      return;
    }
    Set<String> sentences = new TreeSet<>();
    within("", value, sentences);
    refuse(sentences);
  }

  /** Returns why a value is invalid for a component of a record; empty if it is valid. */
  Optional<String> violation(Class<?> type, String component, Object value) {
    return validator.validateValue(type, component, value).stream()
        .map(violation -> sentence("", violation, index -> ""))
        .findFirst();
  }

  /** Whether a value can contain constraints of its own. */
  private static boolean isNested(@Nullable Object value) {
    return value instanceof Record
        || value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Optional<?>;
  }

  /** Whether a value of a type can be one that {@link #isNested} is true for. */
  private static boolean canBeNested(Class<?> type) {
    boolean nested =
        type.isRecord()
            || Collection.class.isAssignableFrom(type)
            || Map.class.isAssignableFrom(type)
            || type == Optional.class;
    return nested || !(type.isArray() || type.isEnum() || Modifier.isFinal(type.getModifiers()));
  }

  private void within(String path, @Nullable Object value, Set<String> sentences) {
    if (value instanceof Record) {
      RecordConstraints constraints = records.get(value.getClass());
      if (constraints.own()) {
        validator
            .validate(value)
            .forEach(violation -> sentences.add(sentence(path, violation, index -> "")));
      }
      for (RecordPart part : constraints.nested()) {
        Object member = part.value(value);
        if (isNested(member)) {
          within(path + "/" + part.name(), member, sentences);
        }
      }
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object item : items) {
        within(path + "/" + index++, item, sentences);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> within(path + "/" + key, item, sentences));
    } else if (value instanceof Optional<?> one) {
      one.ifPresent(item -> within(path, item, sentences));
    }
  }

  private static void refuse(Set<String> sentences) throws InvalidArgumentException {
    if (!sentences.isEmpty()) {
      throw new InvalidArgumentException(String.join("; ", sentences));
    }
  }

  private static String sentence(
      String path, ConstraintViolation<?> violation, IntFunction<String> names) {
    StringBuilder pointer = new StringBuilder(path);
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(node.getKey());
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        pointer.append('/').append(names.apply(index));
      } else if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return (pointer.isEmpty() ? "the arguments" : pointer) + ": " + violation.getMessage();
  }
}
