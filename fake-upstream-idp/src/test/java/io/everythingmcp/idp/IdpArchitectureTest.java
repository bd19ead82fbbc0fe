package io.everythingmcp.idp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Permitted dependencies between packages. */
@AnalyzeClasses(
    packages = "io.everythingmcp.idp",
    importOptions = ImportOption.DoNotIncludeTests.class)
class IdpArchitectureTest {
  private static final String ROOT = "io.everythingmcp.idp";

  @ArchTest
  static final ArchRule providerHasNoProjectDependencies =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "..",
              "java..",
              "com.sun.net.httpserver..",
              "com.nimbusds..",
              "net.minidev.json..",
              "freemarker..",
              "jakarta.servlet..",
              "org.junit.jupiter.api..")
          .because("an identity provider is independent of its clients");

  @ArchTest
  static final ArchRule providerDoesNotDependOnTransports =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + ".servlet..", ROOT + ".server..", ROOT + ".nimbus..", ROOT + ".junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "com.sun.net.httpserver..",
              "org.junit..",
              ROOT + ".servlet..",
              ROOT + ".server..",
              ROOT + ".nimbus..",
              ROOT + ".junit..")
          .because("requests are independent of the transport");

  @ArchTest
  static final ArchRule onlyTheServletDependsOnServlets =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".servlet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..")
          .because("the jar runs without a servlet container");

  @ArchTest
  static final ArchRule onlyTheExtensionDependsOnJunit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".junit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..")
          .because("the jar runs without JUnit");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("lower packages are independent of upper ones");

  @ArchTest
  static final ArchRule noStaticState =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("providers in one process are independent");
}
