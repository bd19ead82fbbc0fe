package io.everythingmcp.api.typed;

import io.everythingmcp.api.support.SchemaBuilder;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types that Jackson writes as one JSON value, each with its schema. Immutable. */
final class JavaTypeFormats {
  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?";
  private static final String DATE = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
  private static final String OFFSET = "(Z|[+-]\\d{2}:\\d{2})";

  private final Map<Class<?>, Map<String, Object>> schemas = new HashMap<>();

  JavaTypeFormats() {
    numbers();
    texts();
    times();
  }

  /** The schema of a type; empty where the type is not one JSON value. */
  Optional<Map<String, Object>> schema(Type type) {
    return type instanceof Class<?> raw ? Optional.ofNullable(schemas.get(raw)) : Optional.empty();
  }

  private void numbers() {
    Map<String, Object> integer = SchemaBuilder.integer(null).schema();
    all(integer, byte.class, Byte.class, short.class, Short.class, int.class, Integer.class);
    all(integer, long.class, Long.class, java.math.BigInteger.class);
    all(integer, java.util.OptionalInt.class, java.util.OptionalLong.class);
    all(integer, java.time.Year.class);
    Map<String, Object> number = SchemaBuilder.number(null).schema();
    all(number, float.class, Float.class, double.class, Double.class, Number.class);
    all(number, java.math.BigDecimal.class, java.util.OptionalDouble.class);
    all(SchemaBuilder.bool(null).schema(), boolean.class, Boolean.class);
  }

  private void all(Map<String, Object> schema, Class<?>... types) {
    for (Class<?> type : types) {
      schemas.put(type, schema);
    }
  }

  private void texts() {
    Map<String, Object> text = SchemaBuilder.string(null).schema();
    all(text, String.class, CharSequence.class, java.util.Locale.class);
    all(text, java.time.ZoneId.class, java.util.regex.Pattern.class);
    Map<String, Object> one = SchemaBuilder.string(null).lengthRange(1, 1).schema();
    all(one, char.class, Character.class);
    format("uri", java.net.URI.class, java.net.URL.class);
    format("uuid", java.util.UUID.class);
    pattern("[A-Z]{3}", java.util.Currency.class);
    schemas.put(
        byte[].class, SchemaBuilder.string(null).with("contentEncoding", "base64").schema());
  }

  private void times() {
    format("date-time", java.time.Instant.class, java.time.OffsetDateTime.class);
    format("date-time", java.time.ZonedDateTime.class, java.util.Date.class);
    format("date", java.time.LocalDate.class);
    format("duration", java.time.Duration.class, java.time.Period.class);
    pattern(DATE + "T" + TIME, java.time.LocalDateTime.class);
    pattern(TIME, java.time.LocalTime.class);
    pattern(TIME + OFFSET, java.time.OffsetTime.class);
    pattern("\\d{4}-(0[1-9]|1[0-2])", java.time.YearMonth.class);
    pattern("--(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])", java.time.MonthDay.class);
    pattern(OFFSET, java.time.ZoneOffset.class);
  }

  private void format(String format, Class<?>... types) {
    all(SchemaBuilder.string(null).format(format).schema(), types);
  }

  private void pattern(String pattern, Class<?> type) {
    schemas.put(type, SchemaBuilder.string(null).with("pattern", "^" + pattern + "$").schema());
  }
}
