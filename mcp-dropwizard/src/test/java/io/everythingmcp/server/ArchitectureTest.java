package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.views.common.ViewBundle;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.protocol.handlers.CallTool;

/** The layers of DESIGN as architecture rules. */
@AnalyzeClasses(
    packages = {ProjectClasses.ROOT, ProjectClasses.API, ProjectClasses.EVERYTHING},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule wireDoesNotDependOnOtherPackages =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".wire..")
          .should()
          .dependOnClassesThat(
              ProjectClasses.classes()
                  .and(DescribedPredicate.not(resideInAPackage(ProjectClasses.ROOT + ".wire.."))))
          .because("value classes have no further dependencies");

  @ArchTest
  static final ArchRule featuresDoNotDependOnTheProtocol =
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
  static final ArchRule storeDoesNotDependOnMcp =
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
          .because("it holds values, logs and signals for all other packages");

  @ArchTest
  static final ArchRule eventsDoNotDependOnPublishers =
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
          .because("all packages may publish events without being changed");

  @ArchTest
  static final ArchRule tenantsAndLimitsAreLeaves =
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
          .because("they provide facts, on which their callers act");

  @ArchTest
  static final ArchRule onlyRedisDependsOnJedis =
      noClasses()
          .that()
          .resideOutsideOfPackage("..redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("redis.clients..")
          .because("the store can be exchanged");

  @ArchTest
  static final ArchRule erasDoNotDependOnEachOther =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".protocol.stateful..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ProjectClasses.ROOT + ".protocol.stateless..")
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule statelessEraDoesNotDependOnSessions =
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
          .because("classes that depend on an era are removed with it");

  @ArchTest
  static final ArchRule onlyTheStatefulEraDependsOnSessions =
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
          .because("sessions are removed together with the stateful era");

  @ArchTest
  static final ArchRule toolsAreLookedUpOnce =
      noClasses()
          .that()
          .resideInAPackage(ProjectClasses.ROOT + ".protocol..")
          .and()
          .areNotAssignableTo(CallTool.class)
          .should()
          .callMethod(CurrentCatalog.Snapshot.class, "tool", String.class)
          .orShould()
          .callMethod(FeatureCatalog.class, "tool", String.class)
          .because("the tool of a request is resolved before its scopes are checked");

  @ArchTest
  static final ArchRule onlyTransportsDependOnServlets =
      noClasses()
          .that()
          .resideInAnyPackage(
              ProjectClasses.API + "..",
              ProjectClasses.ROOT + ".protocol..",
              ProjectClasses.ROOT + ".session..",
              ProjectClasses.ROOT + ".task..",
              ProjectClasses.ROOT + ".catalog..",
              ProjectClasses.ROOT + ".change..",
              ProjectClasses.ROOT + ".store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..", "jakarta.ws..", "org.eclipse.jetty..", "io.dropwizard..")
          .because("messages are independent of the transport");

  @ArchTest
  static final ArchRule lowerLayersDoNotDependOnUpperOnes =
      noClasses()
          .that()
          .resideInAnyPackage(
              ProjectClasses.ROOT + ".protocol..",
              ProjectClasses.ROOT + ".session..",
              ProjectClasses.ROOT + ".task..",
              ProjectClasses.ROOT + ".catalog..",
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
          .because("dependencies point downwards only");

  @ArchTest
  static final ArchRule onlyOneBundleCanBeInstalled =
      classes()
          .that()
          .areAssignableTo(ConfiguredBundle.class)
          .and()
          .arePublic()
          .and()
          .areNotAssignableTo(ViewBundle.class)
          .should()
          .be(McpServerBundle.class)
          .because("it installs its parts in the order in which requests pass them");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ProjectClasses.ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("lower packages are independent of upper ones");
}
