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
          .because("a feature, an era and a page know callers, and nothing of tokens");

  @ArchTest
  static final ArchRule theResourceServerKnowsNoAuthorizationServer =
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
          .because("tokens may come from anywhere; its own authorization server is one of many");

  @ArchTest
  static final ArchRule onlyItsBundleSeesTheAuthorizationServer =
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
          .because("a server may leave authorization to another one");

  @ArchTest
  static final ArchRule theAuthorizationServerHasLayers =
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
          .because("what endpoints share knows none of them");

  @ArchTest
  static final ArchRule theAuthorizationServerHasNoCycles =
      slices()
          .matching(ProjectClasses.ROOT + ".authserver.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part can be understood without those that use it");

  @ArchTest
  static final ArchRule onlyTheEdgeOfTheAuthorizationServerSeesServlets =
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
          .because("decisions are about messages, whatever carried them");
}
