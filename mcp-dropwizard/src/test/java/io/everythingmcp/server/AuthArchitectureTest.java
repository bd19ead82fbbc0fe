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
    packages = {Ours.ROOT, Ours.API, Ours.EVERYTHING},
    importOptions = ImportOption.DoNotIncludeTests.class)
class AuthArchitectureTest {
  @ArchTest
  static final ArchRule onlySecurityHandlesCredentials =
      noClasses()
          .that(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".assembly.oauth",
                              Ours.ROOT,
                              Ours.ROOT + ".authserver..",
                              Ours.ROOT + ".security.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Ours.ROOT + ".authserver..", Ours.ROOT + ".security..")
          .because("a feature, an era and a page know callers, and nothing of tokens");

  @ArchTest
  static final ArchRule theResourceServerKnowsNoAuthorizationServer =
      noClasses()
          .that()
          .resideInAPackage(Ours.ROOT + ".security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Ours.ROOT + ".authserver..",
              Ours.ROOT + ".session..",
              Ours.ROOT + ".web..",
              Ours.ROOT + ".management..",
              Ours.ROOT + ".observation..",
              Ours.ROOT + ".configuration..")
          .because("tokens may come from anywhere; its own authorization server is one of many");

  @ArchTest
  static final ArchRule onlyItsBundleSeesTheAuthorizationServer =
      noClasses()
          .that(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".assembly.oauth",
                              Ours.ROOT,
                              Ours.ROOT + ".authserver.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Ours.ROOT + ".authserver..")
          .because("a server may leave authorization to another one");

  @ArchTest
  static final ArchRule theAuthorizationServerHasLayers =
      noClasses()
          .that()
          .resideInAPackage(Ours.ROOT + ".authserver.endpoint..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Ours.ROOT + ".authserver",
              Ours.ROOT + ".authserver.client..",
              Ours.ROOT + ".authserver.consent..",
              Ours.ROOT + ".authserver.grant..",
              Ours.ROOT + ".authserver.token..",
              Ours.ROOT + ".authserver.upstream..")
          .because("what endpoints share knows none of them");

  @ArchTest
  static final ArchRule theAuthorizationServerHasNoCycles =
      slices()
          .matching(Ours.ROOT + ".authserver.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part can be understood without those that use it");

  @ArchTest
  static final ArchRule onlyTheEdgeOfTheAuthorizationServerSeesServlets =
      noClasses()
          .that()
          .resideInAnyPackage(
              Ours.ROOT + ".authserver.client..",
              Ours.ROOT + ".authserver.consent..",
              Ours.ROOT + ".authserver.grant..",
              Ours.ROOT + ".authserver.token..",
              Ours.ROOT + ".authserver.upstream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "io.dropwizard..")
          .because("decisions are about messages, whatever carried them");
}
