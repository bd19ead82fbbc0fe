package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Comments and messages name roles (caller, user, client, operator) instead of indefinite persons.
 */
class ProseWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/everythingmcp");
  private static final Pattern INDEFINITE =
      Pattern.compile("(?i)\\b(whoever|whomever|nobody|somebody|everybody|anybody)\\b");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api",
        "server/assembly",
        "server/change",
        "server/edge",
        "server/event",
        "server/limit",
        "server/management",
        "server/observation",
        "server/session",
        "server/task",
        "server/tenant",
        "server/web"
      })
  void sourcesNameRoles(String directory) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(directory))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(indefinite(file)).as(file.toString()).isEmpty());
    }
  }

  @Test
  void anIndefinitePersonIsFound() {
    assertThat(indefinite(Stream.of("a caller", "Whoever calls", "nobody's", "someBody")))
        .containsExactly("Whoever calls", "nobody's", "someBody");
  }

  private static List<String> indefinite(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return indefinite(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> indefinite(Stream<String> lines) {
    return lines.filter(line -> INDEFINITE.matcher(line).find()).toList();
  }
}
