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
 * Comments and messages of all modules name roles (caller, user, client, operator) instead of
 * indefinite persons, and servers and clients send and return messages instead of telling.
 */
class ProseWordsTest {
  /** The modules are directories beside the one in which the tests of this module run. */
  private static final Path MODULES = Path.of("..");

  /**
   * Words of text and comments. Constants in capital letters, names in camel case and ids of checks
   * such as {@code change-is-told} are names and not prose.
   */
  private static final Pattern INDEFINITE =
      Pattern.compile(
          "\\b([Ww]ho(m)?ever|[Nn]obody|[Ss]omebody|[Ee]verybody|[Aa]nybody"
              + "|[Ss]ays|[Tt]ells|(?<!-)[Tt]old|[Pp]eople|[Ss]trangers?)\\b");

  private static final Pattern TEXT_FILE = Pattern.compile(".*\\.(java|ftlh|md|json|css|js)");

  /** Contains the former name of a setting, which is still recognised. */
  private static final String FORMER_NAMES = "RenamedKeys.java";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-check",
        "conformance-tests",
        "everything-server",
        "fake-upstream-idp",
        "mcp-dropwizard",
        "mcp-testing"
      })
  void sourcesNameRoles(String module) throws IOException {
    try (Stream<Path> files = Files.walk(MODULES.resolve(module).resolve("src/main"))) {
      assertThat(files.filter(ProseWordsTest::isText))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(indefinite(file)).as(file.toString()).isEmpty());
    }
  }

  @Test
  void anIndefinitePersonIsFound() {
    assertThat(
            indefinite(
                Stream.of("a caller", "Whoever calls", "nobody's", "is told", "change-is-told")))
        .containsExactly("Whoever calls", "nobody's", "is told");
  }

  private static boolean isText(Path file) {
    return TEXT_FILE.matcher(file.toString()).matches() && !file.endsWith(FORMER_NAMES);
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
