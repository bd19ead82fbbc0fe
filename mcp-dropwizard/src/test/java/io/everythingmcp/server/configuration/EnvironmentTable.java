package io.everythingmcp.server.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables of the configuration page, with their documented defaults. */
final class EnvironmentTable {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([A-Z_]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);

  private EnvironmentTable() {}

  static Map<String, String> read() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher matcher =
        ROW.matcher(Files.readString(Path.of("..", "docs", "reference", "configuration.md")));
    while (matcher.find()) {
      rows.put(matcher.group(1), matcher.group(2).strip());
    }
    return rows;
  }
}
