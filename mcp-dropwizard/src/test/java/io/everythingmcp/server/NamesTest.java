package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each class of all modules, tests included, has a unique name of two words or more. */
@AnalyzeClasses(packages = "io.everythingmcp", importOptions = ImportOption.DoNotIncludeTests.class)
class NamesTest {
  /** Single words of the MCP specification or of its official suite. */
  private static final Set<String> WORDS_OF_THE_SPECIFICATION =
      Set.of("Tool", "Prompt", "Resource", "Session", "Task", "Tenant", "Scenario");

  private static final Pattern ONE_WORD = Pattern.compile("[A-Z]+[a-z0-9]*");

  private static final List<String> MODULES =
      List.of(
          "client-check",
          "conformance-tests",
          "everything-server",
          "fake-upstream-idp",
          "mcp-conformance",
          "mcp-dropwizard",
          "mcp-openapi",
          "mcp-testing");

  @ArchTest
  static void namesHaveTwoWords(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> ONE_WORD.matcher(name).matches())
                .filter(name -> !WORDS_OF_THE_SPECIFICATION.contains(name)))
        .isEmpty();
  }

  @Test
  void noTwoClassesShareASimpleName() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (String name : names("src/main/java")) {
      counts.merge(name, 1L, Long::sum);
    }
    assertThat(counts).hasSizeGreaterThan(900);
    for (String name : names("src/test/java")) {
      counts.merge(name, 1L, Long::sum);
    }
    assertThat(counts).hasSizeGreaterThan(1200).allSatisfy((name, count) -> once(name, count));
  }

  @Test
  void allModulesHaveNamesOfTwoWords() throws IOException {
    assertThat(names("src/main/java"))
        .allMatch(
            name -> !ONE_WORD.matcher(name).matches() || WORDS_OF_THE_SPECIFICATION.contains(name));
    assertThat(names("src/test/java"))
        .isNotEmpty()
        .noneMatch(name -> ONE_WORD.matcher(name).matches());
  }

  private static void once(String name, long count) {
    assertThat(count).as(name).isEqualTo(1);
  }

  /** Simple names of the top-level classes of all modules, from their sources. */
  private static List<String> names(String directory) throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    List<String> names = new java.util.ArrayList<>();
    for (String module : MODULES) {
      Path sources = root.resolve(module).resolve(directory);
      if (Files.isDirectory(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          names.addAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
                  .map(file -> file.substring(0, file.length() - ".java".length()))
                  .collect(Collectors.toList()));
        }
      }
    }
    return names;
  }
}
