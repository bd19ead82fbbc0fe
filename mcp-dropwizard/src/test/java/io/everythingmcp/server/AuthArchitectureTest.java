package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Packages that may access credentials and the authorization server. */
@AnalyzeClasses(
    packages = {ProjectClasses.ROOT, ProjectClasses.API, ProjectClasses.EVERYTHING},
    importOptions = ImportOption.DoNotIncludeTests.class)
class AuthArchitectureTest {
  @ArchTest
  static final ArchRule onlySecurityHandlesCredentials =
      noClasses()
          .that(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".assembly.oauth",
                              ProjectClasses.ROOT,
                              ProjectClasses.ROOT + ".authserver..",
                              ProjectClasses.ROOT + ".security.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".authserver..", ProjectClasses.ROOT + ".security..")
          .because("features, eras and pages depend on callers and not on tokens");

  @ArchTest
  static final ArchRule resourceServerDoesNotDependOnTheAuthorizationServer =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".authserver..",
              ProjectClasses.ROOT + ".session..",
              ProjectClasses.ROOT + ".web..",
              ProjectClasses.ROOT + ".management..",
              ProjectClasses.ROOT + ".observation..",
              ProjectClasses.ROOT + ".configuration..")
          .because("tokens may be issued by any authorization server");

  @ArchTest
  static final ArchRule onlyItsBundleDependsOnTheAuthorizationServer =
      noClasses()
          .that(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".assembly.oauth",
                              ProjectClasses.ROOT,
                              ProjectClasses.ROOT + ".authserver.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ProjectClasses.ROOT + ".authserver..")
          .because("a resource server may use a separate authorization server");

  @ArchTest
  static final ArchRule authorizationServerHasLayers =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".authserver.endpoint..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".authserver",
              ProjectClasses.ROOT + ".authserver.client..",
              ProjectClasses.ROOT + ".authserver.consent..",
              ProjectClasses.ROOT + ".authserver.grant..",
              ProjectClasses.ROOT + ".authserver.token..",
              ProjectClasses.ROOT + ".authserver.upstream..")
          .because("shared classes do not depend on endpoints");

  @ArchTest
  static final ArchRule authorizationServerHasNoCycles =
      slices()
          .matching(ProjectClasses.ROOT + ".authserver.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part is independent of its users");

  @ArchTest
  static final ArchRule onlyTheEdgeOfTheAuthorizationServerDependsOnServlets =
      noClasses()
          .that()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".authserver.client..",
              ProjectClasses.ROOT + ".authserver.consent..",
              ProjectClasses.ROOT + ".authserver.grant..",
              ProjectClasses.ROOT + ".authserver.token..",
              ProjectClasses.ROOT + ".authserver.upstream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "io.dropwizard..")
          .because("decisions depend on messages and not on the transport");
}
