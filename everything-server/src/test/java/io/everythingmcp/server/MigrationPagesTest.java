package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about other libraries print the sources that scratch/compare builds and calls. */
class MigrationPagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PROJECTS = ROOT.resolve("scratch/compare");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String source(String project, String name) {
    return text(PROJECTS.resolve(project).resolve("src/main/java/com/acme/shop").resolve(name));
  }

  private static String packed(String source) {
    return source.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @CsvSource({"java-sdk", "spring-ai", "quarkus"})
  void bothToolsAreThoseOfTheProjects(String library) {
    String page = text(ROOT.resolve("docs/start/migrate-from-" + library + ".md"));
    List<String> blocks = BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(blocks).hasSize(2);
    assertThat(source(library, "ShopTools.java")).contains(blocks.get(0));
    assertThat(source("ours", "ShopTools.java")).contains(blocks.get(1));
  }

  /** The build compiles and tests the tools of the project that it does not build. */
  @Test
  void ourToolsAreThoseThatTheBuildTests() {
    String tested = text(ROOT.resolve("mcp-testing/src/test/java/com/acme/typed/ShopTools.java"));
    String compared = source("ours", "ShopTools.java");
    assertThat(packed(compared.substring(compared.indexOf("public class"))))
        .isEqualTo(packed(tested.substring(tested.indexOf("public class"))));
  }

  @ParameterizedTest
  @CsvSource({"ours, ours", "java-sdk, java-sdk", "spring-ai, spring-ai", "quarkus, quarkus"})
  void theComparisonHasTheLinesOfTheSources(String project, String row) throws IOException {
    long tools =
        lines(PROJECTS.resolve(project).resolve("src/main/java/com/acme/shop/ShopTools.java"));
    try (Stream<Path> files = Files.walk(PROJECTS.resolve(project).resolve("src/main"))) {
      long all =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.summingLong(MigrationPagesTest::lines));
      assertThat(text(ROOT.resolve("docs/start/comparison.md")))
          .contains("| [" + row + "](../../scratch/compare/" + project + "/pom.xml) |")
          .containsPattern(
              "scratch/compare/"
                  + project
                  + "/pom.xml\\) \\|[^|]*\\| "
                  + tools
                  + " \\| "
                  + all
                  + " \\|");
    }
  }

  /** Lines without blank ones, imports and the package. */
  private static long lines(Path file) {
    return text(file)
        .lines()
        .filter(line -> !line.isBlank())
        .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
        .count();
  }
}
