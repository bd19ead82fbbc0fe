package io.everythingmcp.server.configuration.file;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.PortRange;
import io.everythingmcp.server.limit.RequestRate;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Descriptions of permitted values, independent of the locale. */
final class AllowedValues {
  private static final String WHOLE = "a whole number";
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(Duration.class, "a time with its unit, such as 500ms, 30s, 5m or 1h"),
          Map.entry(DataSize.class, "a size with its unit, such as 512KiB or 10MB"),
          Map.entry(
              RequestRate.class, "a rate such as 300/5s (at least 1, per 1s or more), or off"),
          Map.entry(int.class, WHOLE),
          Map.entry(Integer.class, WHOLE),
          Map.entry(long.class, WHOLE),
          Map.entry(Long.class, WHOLE),
          Map.entry(double.class, "a number"),
          Map.entry(Double.class, "a number"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(String.class, "a text"));

  private AllowedValues() {}

  /** Returns the format of the values of a type. */
  static String of(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return WORDS.getOrDefault(type, "a set of settings, as in the config.yml of the jar");
  }

  /** Returns the most similar name, or otherwise all names, for an unknown one. */
  static String names(String unknown, Collection<Object> known) {
    List<String> names =
        known == null
            ? List.of()
            : known.stream().filter(Objects::nonNull).map(Object::toString).sorted().toList();
    return names.stream()
        .filter(
            name -> name.replaceAll("[_-]", "").equalsIgnoreCase(unknown.replaceAll("[_-]", "")))
        .findFirst()
        .map(name -> name)
        .orElse("one of " + String.join(", ", names));
  }

  /** Returns the permitted range of a violated constraint. */
  static String of(ConstraintViolation<?> violation) {
    Annotation bound = violation.getConstraintDescriptor().getAnnotation();
    if (bound instanceof Min min) {
      return WHOLE + " of at least " + min.value();
    } else if (bound instanceof Max max) {
      return WHOLE + " of at most " + max.value();
    } else if (bound instanceof DecimalMin min) {
      return "a number of at least " + min.value();
    } else if (bound instanceof DecimalMax max) {
      return "a number of at most " + max.value();
    } else if (bound instanceof PortRange port) {
      return "0 for any free port, or a port from " + port.min() + " to " + port.max();
    } else if (bound instanceof MinDuration min) {
      return "a time of at least " + min.value() + unit(min.unit());
    } else if (bound instanceof MaxDuration max) {
      return "a time of at most " + max.value() + unit(max.unit());
    } else if (bound instanceof MinDataSize min) {
      return "a size of at least " + min.value() + " " + lower(min.unit());
    } else if (bound instanceof MaxDataSize max) {
      return "a size of at most " + max.value() + " " + lower(max.unit());
    } else if (bound instanceof NotNull || bound instanceof NotEmpty) {
      return "set, and not empty";
    }
    return violation.getMessage().replaceFirst("^must be ", "");
  }

  private static String lower(Enum<?> unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  private static String unit(TimeUnit unit) {
    return switch (unit) {
      case MILLISECONDS -> "ms";
      case SECONDS -> "s";
      case MINUTES -> "m";
      case HOURS -> "h";
      case DAYS -> "d";
      default -> " " + lower(unit);
    };
  }
}
