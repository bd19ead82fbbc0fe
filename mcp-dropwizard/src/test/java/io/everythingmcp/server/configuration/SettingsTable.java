package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of the settings of this project in Markdown: keys, types and defaults from the
 * configuration classes, environment variables from {@code config.yml}, meanings from the Javadoc
 * of the getters.
 */
final class SettingsTable {
  private static final String HEADER =
      "| key | type | default | variable | meaning |\n|---|---|---|---|---|\n";
  private static final Pattern VARIABLE = Pattern.compile("^\\$\\{([A-Z_]+)");
  private static final Pattern AMOUNT = Pattern.compile("(\\d+) (\\w+?)s?");
  private static final Map<String, String> UNITS =
      Map.of(
          "millisecond", "ms",
          "second", "s",
          "minute", "m",
          "hour", "h",
          "day", "d",
          "kilobyte", "KB",
          "megabyte", "MB",
          "kibibyte", "KiB",
          "mebibyte", "MiB");

  private final JsonNode file;
  private final List<String> rows = new ArrayList<>();

  private SettingsTable(JsonNode file) {
    this.file = file;
  }

  /**
   * Returns the table.
   *
   * @param configuration the defaults
   * @param file {@code config.yml} before the variables are substituted
   */
  static String of(McpConfiguration configuration, JsonNode file) {
    SettingsTable table = new SettingsTable(file);
    table.collect("", configuration);
    return HEADER + String.join("", table.rows);
  }

  private void collect(String prefix, Object bean) {
    for (GetterSource getter : GetterSource.of(bean.getClass())) {
      Object value = call(bean, getter.method());
      String key = prefix + getter.key();
      if (value != null && isGroup(value)) {
        collect(key + ".", value);
      } else {
        rows.add(
            "| `%s` | %s | %s | %s | %s |%n"
                .formatted(key, type(value), initial(value), variables(key), getter.meaning())
                .replace("\r", ""));
      }
    }
  }

  private static boolean isGroup(Object value) {
    return value.getClass().getSimpleName().endsWith("Configuration");
  }

  private static Object call(Object bean, Method getter) {
    try {
      return getter.invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String type(Object value) {
    if (value instanceof Enum<?> one) {
      return Stream.of(one.getDeclaringClass().getEnumConstants())
          .map(constant -> "`" + constant.name().toLowerCase(Locale.ROOT) + "`")
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Duration) {
      return "duration";
    }
    if (value instanceof DataSize) {
      return "size";
    }
    if (value instanceof Boolean) {
      return "`true`, `false`";
    }
    if (value instanceof Integer || value instanceof Long) {
      return "integer";
    }
    if (value instanceof Double) {
      return "number";
    }
    if (value instanceof Collection) {
      return "list";
    }
    if (value instanceof Map) {
      return "map";
    }
    return value instanceof String || value == null ? "text" : "rate";
  }

  private static String initial(Object value) {
    if (value == null || value.toString().isEmpty()) {
      return "empty";
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? "none" : code(list.toString());
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "none" : code(map.keySet().toString());
    }
    if (value instanceof Enum<?> one) {
      return code(one.name().toLowerCase(Locale.ROOT));
    }
    Matcher amount = AMOUNT.matcher(value.toString());
    if (amount.matches() && UNITS.containsKey(amount.group(2))) {
      return code(amount.group(1) + UNITS.get(amount.group(2)));
    }
    return code(value.toString());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private String variables(String key) {
    JsonNode node = file.at("/" + key.replace('.', '/'));
    List<String> names = new ArrayList<>();
    collectVariables(node, names);
    return names.stream().distinct().map(SettingsTable::code).collect(Collectors.joining(", "));
  }

  private static void collectVariables(JsonNode node, List<String> names) {
    Matcher variable = VARIABLE.matcher(node.asText());
    if (variable.find()) {
      names.add(variable.group(1));
    }
    node.forEach(child -> collectVariables(child, names));
  }
}
