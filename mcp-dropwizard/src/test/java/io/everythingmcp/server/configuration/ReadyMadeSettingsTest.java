package io.everythingmcp.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of docs/settings are valid, and contain no unknown property. */
class ReadyMadeSettingsTest {
  private static final Path FOLDER = Path.of("..", "docs", "settings");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".env")).sorted().toList();
    }
  }

  private static Map<String, String> variables(Path file) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("=", 2);
        assertThat(parts).as(line).hasSize(2);
        variables.put(parts[0], parts[1]);
      }
    }
    return variables;
  }

  @ParameterizedTest
  @MethodSource("files")
  void serverAcceptsThem(Path file) throws IOException {
    Map<String, String> variables = variables(file);
    assertThat(variables).isNotEmpty();
    assertThatCode(() -> ConfigurationFile.load(variables)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachVariableIsRead(Path file) throws IOException {
    String configuration = Files.readString(Path.of("..", "config.yml"));
    assertThat(variables(file).keySet())
        .allSatisfy(name -> assertThat(configuration).contains("${" + name + ":-"));
  }

  @Test
  void eachModeHasOne() throws IOException {
    List<String> modes = files().stream().map(ReadyMadeSettingsTest::mode).distinct().toList();
    assertThat(modes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AuthConfiguration.Mode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  private static String mode(Path file) {
    try {
      return variables(file).get("AUTH_MODE");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
