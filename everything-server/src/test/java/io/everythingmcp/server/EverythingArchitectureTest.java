package io.everythingmcp.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the library also apply to the application that uses it. */
@AnalyzeClasses(
    packages = {ProjectClasses.ROOT, ProjectClasses.API, ProjectClasses.EVERYTHING},
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      EverythingArchitectureTest.NoTestJars.class
    })
class EverythingArchitectureTest {
  /** Excludes the jar of the library's test classes. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest static final ArchTests style = ArchTests.in(StyleTest.class);
  @ArchTest static final ArchTests layers = ArchTests.in(ArchitectureTest.class);

  @ArchTest
  static final ArchRule featuresUseTheApiOfTheLibraryOnly =
      noClasses()
          .that()
          .resideInAnyPackage(
              ProjectClasses.EVERYTHING + ".tools..",
              ProjectClasses.EVERYTHING + ".prompts..",
              ProjectClasses.EVERYTHING + ".resources..",
              ProjectClasses.EVERYTHING + ".fixtures..",
              ProjectClasses.EVERYTHING + ".sample..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".protocol..",
              ProjectClasses.ROOT + ".authserver..",
              ProjectClasses.ROOT + ".security..",
              ProjectClasses.ROOT + ".configuration..",
              ProjectClasses.ROOT + ".assembly..",
              ProjectClasses.ROOT + ".store..")
          .because("features use only the public API, which other servers use too");
}
