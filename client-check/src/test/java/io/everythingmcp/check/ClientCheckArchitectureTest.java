package io.everythingmcp.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Permitted dependencies between packages. */
@AnalyzeClasses(
    packages = "io.everythingmcp.check",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ClientCheckArchitectureTest {
  private static final String ROOT = "io.everythingmcp.check";

  @ArchTest
  static final ArchRule rulesLookAtJournalsOnly =
      classes()
          .that()
          .resideInAnyPackage(
              ROOT + ".journal..",
              ROOT + ".view..",
              ROOT + ".rule..",
              ROOT + ".schema..",
              ROOT + ".report..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson..",
              "com.networknt.schema..",
              ROOT + ".journal..",
              ROOT + ".view..",
              ROOT + ".rule..",
              ROOT + ".schema..",
              ROOT + ".report..")
          .because("an exported run can be evaluated without a server");

  @ArchTest
  static final ArchRule rulesAreReachedByTheReport =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".journal..", ROOT + ".view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".rule..", ROOT + ".report..")
          .because("recorded messages are independent of their evaluation");

  @ArchTest
  static final ArchRule noCycles = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
}
