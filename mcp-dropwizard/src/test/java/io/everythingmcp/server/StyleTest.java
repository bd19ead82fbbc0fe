package io.everythingmcp.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of classes and packages as rules. */
@AnalyzeClasses(
    packages = {ProjectClasses.ROOT, ProjectClasses.API, ProjectClasses.EVERYTHING},
    importOptions = ImportOption.DoNotIncludeTests.class)
class StyleTest {
  @ArchTest
  static final ArchRule nothingIsCalledImpl =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .because("a name describes what is specific to a class");

  @ArchTest
  static final ArchRule noStaticState =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(ProjectClasses.classes())
          .should()
          .beFinal()
          .because("state belongs to instances");

  @ArchTest
  static final ArchRule constructorsAreShort =
      constructors()
          .that()
          .areDeclaredInClassesThat(ProjectClasses.classes().and(DescribedPredicate.not(records())))
          .should(haveAtMost(7))
          .because("a class with more dependencies has more than one responsibility");

  @ArchTest
  static final ArchRule noStandardStreams =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Command")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("standard output belongs to the commands, and to the stdio transport");

  @ArchTest
  static void packagesAreSmall(JavaClasses all) {
    Map<String, Long> sizes =
        all.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes)
        .allSatisfy(
            (name, count) ->
                assertThat(count)
                    .as(name)
                    .isLessThanOrEqualTo(name.equals(ProjectClasses.API) ? 35 : 25));
  }

  @Test
  void filesAreShort() throws IOException {
    List<Integer> lines;
    try (Stream<Path> library = Files.walk(Path.of("src/main/java"));
        Stream<Path> application = Files.walk(Path.of("../everything-server/src/main/java"))) {
      lines =
          Stream.concat(library, application)
              .filter(file -> file.toString().endsWith(".java"))
              .map(StyleTest::length)
              .sorted()
              .toList();
    }
    assertThat(lines.get(lines.size() - 1)).as("the longest file").isLessThanOrEqualTo(300);
    assertThat(lines.get(lines.size() * 9 / 10))
        .as("the longest of nine in ten")
        .isLessThanOrEqualTo(200);
    assertThat(lines.get(lines.size() / 2)).as("the median").isLessThanOrEqualTo(70);
  }

  @Test
  void filesOfAllModulesAreShort() throws IOException {
    Path root = Path.of("..");
    assertThat(sources(root))
        .as("files of tests")
        .filteredOn(file -> file.toString().contains("src/test"))
        .hasSizeGreaterThan(300)
        .anyMatch(file -> file.startsWith(root.resolve("conformance-tests")))
        .anyMatch(file -> file.startsWith(root.resolve("client-check")));
    assertThat(longFiles(root)).as("files of more than 300 lines").isEmpty();
  }

  @Test
  void longTestFileIsFound(@TempDir Path root) throws IOException {
    Path tests = Files.createDirectories(root.resolve("module/src/test/java/com"));
    Files.writeString(tests.resolve("ShortTest.java"), "//\n".repeat(300));
    Path tooLong = Files.writeString(tests.resolve("LongTest.java"), "//\n".repeat(301));
    assertThat(longFiles(root)).containsExactly(Map.entry(tooLong, 301));
  }

  private static Map<Path, Integer> longFiles(Path root) throws IOException {
    return sources(root).stream()
        .filter(file -> length(file) > 300)
        .collect(Collectors.toMap(file -> file, StyleTest::length));
  }

  /** Returns the Java files of all modules, including tests. */
  private static List<Path> sources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.toList()) {
        for (String kind : List.of("src/main/java", "src/test/java")) {
          if (Files.isDirectory(module.resolve(kind))) {
            try (Stream<Path> files = Files.walk(module.resolve(kind))) {
              files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
          }
        }
      }
    }
    return sources;
  }

  /** A character of two UTF-16 units would be split. */
  private static final Pattern CUT =
      Pattern.compile(
          "\\.substring\\(\\s*0,\\s*(?:Math\\.min|[A-Z][A-Z0-9_]*\\s*\\)|[0-9]{2,}|[A-Za-z.]*[mM]ost\\b)");

  @Test
  void textsAreTruncatedInOnePlaceOnly() throws IOException {
    try (Stream<Path> library = Files.walk(Path.of("src/main/java"));
        Stream<Path> openApi = Files.walk(Path.of("../mcp-openapi/src/main/java"));
        Stream<Path> application = Files.walk(Path.of("../everything-server/src/main/java"))) {
      assertThat(
              Stream.of(library, openApi, application)
                  .flatMap(files -> files)
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> CUT.matcher(text(file)).find()))
          .as("files that truncate a text without TextTruncation, which preserves characters")
          .isEmpty();
    }
    assertThat(CUT.matcher("said.substring(0, LONGEST)").find()).isTrue();
    assertThat(CUT.matcher("said.substring(\n   0, Math.min(9, n))").find()).isTrue();
    assertThat(CUT.matcher("said.substring(0, said.indexOf(':'))").find()).isFalse();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int length(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DescribedPredicate<JavaClass> records() {
    return DescribedPredicate.describe("records", JavaClass::isRecord);
  }

  private static ArchCondition<JavaConstructor> haveAtMost(int parameters) {
    return new ArchCondition<>("have at most " + parameters + " parameters") {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        int count = constructor.getRawParameterTypes().size();
        events.add(
            new SimpleConditionEvent(
                constructor, count <= parameters, constructor.getFullName() + " has " + count));
      }
    };
  }
}
