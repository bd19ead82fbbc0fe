package io.everythingmcp.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies of this module. */
@AnalyzeClasses(
    packages = "io.everythingmcp.openapi",
    importOptions = ImportOption.DoNotIncludeTests.class)
class OpenApiArchitectureTest {
  @ArchTest
  static final ArchRule onlyTheApiOfTheLibraryIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.everythingmcp.server..")
          .because("this module is an ordinary user of the library");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.everythingmcp.openapi.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule internalPackagesDoNotUseTheApi =
      noClasses()
          .that()
          .resideInAnyPackage("io.everythingmcp.openapi.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.everythingmcp.openapi")
          .because("the public package uses the internal ones");

  @ArchTest static final ArchRule noStaticState = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule constructorsAreNotReachedByReflection =
      constructors()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleName("OpenApiToolsBuilder")
          .should()
          .bePackagePrivate()
          .because("an import begins with OpenApiTools.from");

  @ArchTest
  static final ArchRule messagesGoThroughErrors =
      classes().should().onlyAccessClassesThat().areNotAssignableTo(java.io.PrintStream.class);
}
