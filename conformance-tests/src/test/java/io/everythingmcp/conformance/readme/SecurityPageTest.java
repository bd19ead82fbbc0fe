package io.everythingmcp.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/operate/security.md} names a class and a test for each attack, which must exist. */
class SecurityPageTest {
  private static final Path MAIN =
      Path.of("..", "mcp-dropwizard", "src", "main", "java", "io", "everythingmcp", "server");
  private static final Path TESTS =
      Path.of("src", "test", "java", "io", "everythingmcp", "conformance");
  private static final Pattern NAME =
      Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.)?([A-Za-z]+)(?:\\.([a-z][A-Za-z]+))?`");
  private static final int FEWEST_ROWS = 20;

  @Test
  void everyRowNamesExistingClassesAndTests() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("..", "docs", "operate", "security.md"), StandardCharsets.UTF_8)
            .stream()
            .filter(line -> line.startsWith("| **"))
            .toList();
    List<String> missing = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      missing(MAIN, cells[3]).ifPresent(missing::add);
      missing(TESTS, cells[4]).ifPresent(missing::add);
    }
    assertThat(rows).hasSizeGreaterThan(FEWEST_ROWS);
    assertThat(missing).isEmpty();
  }

  @Test
  void missingNameIsFound() throws IOException {
    assertThat(missing(TESTS, "`auth.NoSuchIT.nothing`")).isPresent();
    assertThat(missing(TESTS, "`auth.CredentialsIT.nothing`")).isPresent();
    assertThat(missing(MAIN, "`auth.http.NoSuchFilter`")).isPresent();
  }

  /** Returns the first name in a cell that is not a package, a class or a method, if any. */
  private static Optional<String> missing(Path root, String cell) throws IOException {
    Path folder = root;
    Path file = null;
    Matcher name = NAME.matcher(cell);
    while (name.find()) {
      if (name.group(1) != null) {
        folder = root.resolve(name.group(1).replace('.', '/'));
      }
      String simple = name.group(2);
      String method = name.group(3);
      if (Character.isUpperCase(simple.charAt(0))) {
        file = folder.resolve(simple + ".java");
        if (!Files.exists(file)) {
          return Optional.of(name.group());
        }
      } else if (!Files.isDirectory(folder.resolve(simple))
          && !Files.isDirectory(root.resolve(simple))) {
        method = simple;
      }
      if (method != null
          && (file == null || !Files.readString(file).contains(" " + method + "("))) {
        return Optional.of(name.group());
      }
    }
    return Optional.empty();
  }
}
