package io.everythingmcp.conformance.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Layers of the suite as architecture rules. */
@AnalyzeClasses(
    packages = "io.everythingmcp.conformance",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ConformanceArchitectureTest {
  private static final String ROOT = "io.everythingmcp.conformance";

  @ArchTest
  static final ArchRule suiteDoesNotDependOnTheServer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.everythingmcp.server..", "io.everythingmcp.idp..")
          .because("it tests any server, so it must not depend on this one");

  @ArchTest
  static final ArchRule wireDoesNotDependOnOtherPackages =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".harness")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".talk..", ROOT + ".server..", ROOT + ".scenario..", ROOT + ".run..")
          .because("clients that only send requests need no suite");

  @ArchTest
  static final ArchRule clientsDoNotDependOnScenarios =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".talk", ROOT + ".server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".scenario..", ROOT + ".run..", ROOT + ".area..", ROOT + ".report..")
          .because("messages are separate from their evaluation");

  @ArchTest
  static final ArchRule scenariosDoNotDependOnReports =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".scenario", ROOT + ".area..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".run..", ROOT + ".report..", ROOT + ".cli..", ROOT + ".junit..")
          .because("scenarios are independent of runners and reports");

  @ArchTest
  static final ArchRule onlyTheCommandLineDependsOnItself =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("the suite runs within tests as well");

  @ArchTest
  static final ArchRule onlyOnePackageDependsOnJUnit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".junit")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.opentest4j..")
          .because("the runnable jar has no JUnit");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ROOT + ".(**)")
          .should()
          .beFreeOfCycles()
          .because("packages are understandable independently");

  @Test
  void filesAreSmall() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      List<Integer> lines = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        lines.add(Files.readAllLines(file).size());
      }
      Collections.sort(lines);
      assertThat(lines.get(lines.size() - 1)).as("the longest file").isLessThanOrEqualTo(300);
      assertThat(lines.get(lines.size() * 9 / 10)).as("nine in ten").isLessThanOrEqualTo(200);
      assertThat(lines.get(lines.size() / 2)).as("the median").isLessThanOrEqualTo(70);
    }
  }
}
