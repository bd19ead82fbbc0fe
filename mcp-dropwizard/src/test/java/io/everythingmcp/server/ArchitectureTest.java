package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of DESIGN as architecture rules. */
@AnalyzeClasses(
    packages = {ProjectClasses.ROOT, ProjectClasses.API, ProjectClasses.EVERYTHING},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule wireSeesNothing =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".wire..")
          .should()
          .dependOnClassesThat(
              ProjectClasses.classes()
                  .and(DescribedPredicate.not(resideInAPackage(ProjectClasses.ROOT + ".wire.."))))
          .because("values that everyone may see must not drag anything along");

  @ArchTest
  static final ArchRule featuresKnowNoProtocol =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.API + "..")
          .should()
          .dependOnClassesThat(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.API + "..", ProjectClasses.ROOT + ".wire.."))))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..",
              "jakarta.ws..",
              "io.dropwizard..",
              "reactor..",
              "org.eclipse.jetty..",
              "io.modelcontextprotocol.server..",
              "io.modelcontextprotocol.client..")
          .because("a feature is one class that serves all revisions over all transports");

  @ArchTest
  static final ArchRule theStoreKnowsNoMcp =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".store..")
          .should()
          .dependOnClassesThat(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".store..",
                              ProjectClasses.ROOT + ".wire..",
                              ProjectClasses.ROOT + ".outage"))))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.modelcontextprotocol..")
          .because("it holds values, logs and signals for whoever needs them");

  @ArchTest
  static final ArchRule eventsKnowNobodyWhoTellsThem =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".event..")
          .should()
          .dependOnClassesThat(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".event..",
                              ProjectClasses.API + ".event..",
                              ProjectClasses.ROOT + ".store..",
                              ProjectClasses.ROOT + ".wire.."))))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "io.dropwizard..")
          .because("everybody may tell, and nobody must be changed for it");

  @ArchTest
  static final ArchRule tenantsAndLimitsCallNobody =
      noClasses()
          .that()
          .resideInAnyPackage(ProjectClasses.ROOT + ".tenant..", ProjectClasses.ROOT + ".limit..")
          .should()
          .dependOnClassesThat(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".tenant..",
                              ProjectClasses.ROOT + ".limit..",
                              ProjectClasses.ROOT + ".store..",
                              ProjectClasses.ROOT + ".wire.."))))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "org.eclipse.jetty..")
          .because("they say what is so; what follows from it is up to whoever listens");

  @ArchTest
  static final ArchRule onlyRedisSeesJedis =
      noClasses()
          .that()
          .resideOutsideOfPackage("..redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..")
          .because("the store can be exchanged");

  @ArchTest
  static final ArchRule theErasDoNotSeeEachOther =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".protocol.stateful..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ProjectClasses.ROOT + ".protocol.stateless..")
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule theNewEraDoesNotSeeTheOldOneNorSessions =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".protocol.stateless..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".protocol.stateful..", ProjectClasses.ROOT + ".session..")
          .allowEmptyShould(true)
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule onlyProvidersNameAnEra =
      noClasses()
          .that(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".management.session..",
                              ProjectClasses.ROOT + ".protocol.stateful..",
                              ProjectClasses.ROOT + ".protocol.stateless.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".protocol.stateful..",
              ProjectClasses.ROOT + ".protocol.stateless..")
          .because("what knows an era cannot outlive it");

  @ArchTest
  static final ArchRule onlyTheStatefulEraKnowsSessions =
      noClasses()
          .that(
              ProjectClasses.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ProjectClasses.ROOT + ".session..",
                              ProjectClasses.ROOT + ".protocol.stateful..",
                              ProjectClasses.ROOT + ".management.session.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ProjectClasses.ROOT + ".session..")
          .because("sessions go when the era of sessions goes");

  @ArchTest
  static final ArchRule servletsStayAtTheEdge =
      noClasses()
          .that()
          .resideInAnyPackage(
              ProjectClasses.API + "..",
              ProjectClasses.ROOT + ".protocol..",
              ProjectClasses.ROOT + ".session..",
              ProjectClasses.ROOT + ".task..",
              ProjectClasses.ROOT + ".change..",
              ProjectClasses.ROOT + ".store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..", "jakarta.ws..", "org.eclipse.jetty..", "io.dropwizard..")
          .because("a message is the same whatever carried it");

  @ArchTest
  static final ArchRule theLowerLayersDoNotSeeTheUpperOnes =
      noClasses()
          .that()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".protocol..",
              ProjectClasses.ROOT + ".session..",
              ProjectClasses.ROOT + ".task..",
              ProjectClasses.ROOT + ".change..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ProjectClasses.ROOT,
              ProjectClasses.ROOT + ".transport..",
              ProjectClasses.ROOT + ".web..",
              ProjectClasses.ROOT + ".management..",
              ProjectClasses.ROOT + ".observation..",
              ProjectClasses.ROOT + ".configuration..")
          .because("arrows run downwards only");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ProjectClasses.ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood without those above it");
}
