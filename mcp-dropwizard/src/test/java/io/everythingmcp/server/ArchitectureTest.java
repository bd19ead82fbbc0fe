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
    packages = {Ours.ROOT, Ours.API, Ours.EVERYTHING},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule wireSeesNothing =
      noClasses()
          .that()
          .resideInAPackage(Ours.ROOT + ".wire..")
          .should()
          .dependOnClassesThat(
              Ours.classes().and(DescribedPredicate.not(resideInAPackage(Ours.ROOT + ".wire.."))))
          .because("values that everyone may see must not drag anything along");

  @ArchTest
  static final ArchRule featuresKnowNoProtocol =
      noClasses()
          .that()
          .resideInAPackage(Ours.API + "..")
          .should()
          .dependOnClassesThat(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(Ours.API + "..", Ours.ROOT + ".wire.."))))
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
          .resideInAPackage(Ours.ROOT + ".store..")
          .should()
          .dependOnClassesThat(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".store..",
                              Ours.ROOT + ".wire..",
                              Ours.ROOT + ".outage"))))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.modelcontextprotocol..")
          .because("it holds values, logs and signals for whoever needs them");

  @ArchTest
  static final ArchRule eventsKnowNobodyWhoTellsThem =
      noClasses()
          .that()
          .resideInAPackage(Ours.ROOT + ".event..")
          .should()
          .dependOnClassesThat(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".event..",
                              Ours.API + ".event..",
                              Ours.ROOT + ".store..",
                              Ours.ROOT + ".wire.."))))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "io.dropwizard..")
          .because("everybody may tell, and nobody must be changed for it");

  @ArchTest
  static final ArchRule tenantsAndLimitsCallNobody =
      noClasses()
          .that()
          .resideInAnyPackage(Ours.ROOT + ".tenant..", Ours.ROOT + ".limit..")
          .should()
          .dependOnClassesThat(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".tenant..",
                              Ours.ROOT + ".limit..",
                              Ours.ROOT + ".store..",
                              Ours.ROOT + ".wire.."))))
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
          .resideInAPackage(Ours.ROOT + ".protocol.stateful..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Ours.ROOT + ".protocol.stateless..")
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule theNewEraDoesNotSeeTheOldOneNorSessions =
      noClasses()
          .that()
          .resideInAPackage(Ours.ROOT + ".protocol.stateless..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(Ours.ROOT + ".protocol.stateful..", Ours.ROOT + ".session..")
          .allowEmptyShould(true)
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule onlyProvidersNameAnEra =
      noClasses()
          .that(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".management.session..",
                              Ours.ROOT + ".protocol.stateful..",
                              Ours.ROOT + ".protocol.stateless.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Ours.ROOT + ".protocol.stateful..", Ours.ROOT + ".protocol.stateless..")
          .because("what knows an era cannot outlive it");

  @ArchTest
  static final ArchRule onlyTheStatefulEraKnowsSessions =
      noClasses()
          .that(
              Ours.classes()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              Ours.ROOT + ".session..",
                              Ours.ROOT + ".protocol.stateful..",
                              Ours.ROOT + ".management.session.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Ours.ROOT + ".session..")
          .because("sessions go when the era of sessions goes");

  @ArchTest
  static final ArchRule servletsStayAtTheEdge =
      noClasses()
          .that()
          .resideInAnyPackage(
              Ours.API + "..",
              Ours.ROOT + ".protocol..",
              Ours.ROOT + ".session..",
              Ours.ROOT + ".task..",
              Ours.ROOT + ".change..",
              Ours.ROOT + ".store..")
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
              Ours.ROOT + ".protocol..",
              Ours.ROOT + ".session..",
              Ours.ROOT + ".task..",
              Ours.ROOT + ".change..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Ours.ROOT,
              Ours.ROOT + ".transport..",
              Ours.ROOT + ".web..",
              Ours.ROOT + ".management..",
              Ours.ROOT + ".observation..",
              Ours.ROOT + ".configuration..")
          .because("arrows run downwards only");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(Ours.ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood without those above it");
}
