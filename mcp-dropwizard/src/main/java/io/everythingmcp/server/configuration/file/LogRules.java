package io.everythingmcp.server.configuration.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the log levels: Logback would replace an unknown level by INFO or DEBUG. */
final class LogRules {
  private static final List<String> LEVELS =
      List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");

  /**
   * Values that YAML generates from {@code off} and {@code on}, which Dropwizard interprets as OFF
   * and ALL.
   */
  private static final Set<String> WORDS = Set.of("FALSE", "TRUE");

  private final McpConfiguration configuration;
  private final WrittenValues written;
  private final List<String> problems = new ArrayList<>();

  LogRules(McpConfiguration configuration, WrittenValues written) {
    this.configuration = configuration;
    this.written = written;
  }

  List<String> problems() {
    if (configuration.getLoggingFactory() instanceof DefaultLoggingFactory logging) {
      level("logging.level", logging.getLevel());
      logging
          .getLoggers()
          .forEach(
              (name, value) -> {
                JsonNode level = value.isObject() ? value.path("level") : value;
                if (!level.isMissingNode()) {
                  String key = "logging.loggers." + name;
                  level(value.isObject() ? key + ".level" : key, level.asText());
                }
              });
    }
    return problems;
  }

  private void level(String key, String level) {
    String name = String.valueOf(level).strip().toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(name) && !WORDS.contains(name)) {
      problems.add(
          written.named(key)
              + " "
              + ConfigurationErrors.shown(key, level)
              + "; it must be one of "
              + String.join(", ", LEVELS));
    }
  }
}
