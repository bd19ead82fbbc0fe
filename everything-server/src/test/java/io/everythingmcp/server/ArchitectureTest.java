package io.everythingmcp.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layers of DESIGN, as rules. */
@AnalyzeClasses(
    packages = "io.everythingmcp.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.everythingmcp.server";

  @ArchTest
  static final ArchRule wireSeesNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".wire..")
          .should()
          .dependOnClassesThat(
              ours().and(DescribedPredicate.not(resideInAPackage(ROOT + ".wire.."))))
          .because("values that everyone may see must not drag anything along");

  @ArchTest
  static final ArchRule featuresKnowNoProtocol =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".feature..")
          .should()
          .dependOnClassesThat(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(ROOT + ".feature..", ROOT + ".wire.."))))
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
          .resideInAPackage(ROOT + ".store..")
          .should()
          .dependOnClassesThat(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(ROOT + ".store..", ROOT + ".wire.."))))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.modelcontextprotocol..")
          .because("it holds values, logs and signals for whoever needs them");

  @ArchTest
  static final ArchRule eventsKnowNobodyWhoTellsThem =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".event..")
          .should()
          .dependOnClassesThat(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ROOT + ".event..", ROOT + ".store..", ROOT + ".wire.."))))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "io.dropwizard..")
          .because("everybody may tell, and nobody must be changed for it");

  @ArchTest
  static final ArchRule tenantsAndLimitsCallNobody =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".tenant..", ROOT + ".limit..")
          .should()
          .dependOnClassesThat(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ROOT + ".tenant..",
                              ROOT + ".limit..",
                              ROOT + ".store..",
                              ROOT + ".wire.."))))
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
          .resideInAPackage(ROOT + ".protocol.sessionful..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".protocol.stateless..")
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule theNewEraDoesNotSeeTheOldOneNorSessions =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".protocol.stateless..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".protocol.sessionful..", ROOT + ".session..")
          .allowEmptyShould(true)
          .because("either era can be deleted");

  @ArchTest
  static final ArchRule onlyTheApplicationNamesAnEra =
      noClasses()
          .that(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ROOT,
                              ROOT + ".protocol.sessionful..",
                              ROOT + ".protocol.stateless.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".protocol.sessionful..", ROOT + ".protocol.stateless..")
          .because("what knows an era cannot outlive it");

  @ArchTest
  static final ArchRule onlyTheSessionfulEraKnowsSessions =
      noClasses()
          .that(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              ROOT,
                              ROOT + ".session..",
                              ROOT + ".protocol.sessionful..",
                              ROOT + ".ops.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".session..")
          .because("sessions go when the era of sessions goes");

  @ArchTest
  static final ArchRule servletsStayAtTheEdge =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".feature..",
              ROOT + ".protocol..",
              ROOT + ".session..",
              ROOT + ".task..",
              ROOT + ".change..",
              ROOT + ".store..")
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
              ROOT + ".protocol..", ROOT + ".session..", ROOT + ".task..", ROOT + ".change..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT, ROOT + ".transport..", ROOT + ".web..", ROOT + ".ops..", ROOT + ".config..")
          .because("arrows run downwards only");

  @ArchTest
  static final ArchRule nobodyBehindTheDoorSeesCredentials =
      noClasses()
          .that(
              ours()
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(ROOT, ROOT + ".auth", ROOT + ".auth.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".auth..")
          .because("a feature, an era and a page know callers, and nothing of tokens");

  @ArchTest
  static final ArchRule theResourceServerKnowsNoAuthorizationServer =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".auth", ROOT + ".auth.http..", ROOT + ".auth.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".auth.server..",
              ROOT + ".session..",
              ROOT + ".web..",
              ROOT + ".ops..",
              ROOT + ".config..")
          .because("tokens may come from anywhere; its own authorization server is one of many");

  @ArchTest
  static final ArchRule onlyItsBundleSeesTheAuthorizationServer =
      noClasses()
          .that(
              ours().and(DescribedPredicate.not(resideInAnyPackage(ROOT, ROOT + ".auth.server.."))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".auth.server..")
          .because("a server may leave authorization to another one");

  @ArchTest
  static final ArchRule theAuthorizationServerHasLayers =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".auth.server.endpoint..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".auth.server",
              ROOT + ".auth.server.client..",
              ROOT + ".auth.server.consent..",
              ROOT + ".auth.server.grant..",
              ROOT + ".auth.server.token..",
              ROOT + ".auth.server.upstream..")
          .because("what endpoints share knows none of them");

  @ArchTest
  static final ArchRule theAuthorizationServerHasNoCycles =
      slices()
          .matching(ROOT + ".auth.server.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part can be understood without those that use it");

  @ArchTest
  static final ArchRule onlyTheEdgeOfTheAuthorizationServerSeesServlets =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".auth.server.client..",
              ROOT + ".auth.server.consent..",
              ROOT + ".auth.server.grant..",
              ROOT + ".auth.server.token..",
              ROOT + ".auth.server.upstream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws..", "io.dropwizard..")
          .because("decisions are about messages, whatever carried them");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood without those above it");

  @ArchTest
  static final ArchRule nothingIsCalledImpl =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .because("a name says what is special about a class");

  @ArchTest
  static final ArchRule noStaticState =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(ours())
          .should()
          .beFinal()
          .because("state belongs to objects that somebody made");

  @ArchTest
  static final ArchRule constructorsAreShort =
      constructors()
          .that()
          .areDeclaredInClassesThat(ours().and(DescribedPredicate.not(records())))
          .should(haveAtMost(7))
          .because("a class that needs more does more than one thing");

  @ArchTest
  static final ArchRule noStandardStreams =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Command")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("standard output belongs to the commands, and to the stdio transport");

  @ArchTest
  static void packagesAreSmall(JavaClasses all) {
    Map<String, Long> sizes =
        all.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
  }

  @Test
  void filesAreShort() throws IOException {
    List<Integer> lines;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      lines =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ArchitectureTest::length)
              .sorted()
              .toList();
    }
    assertThat(lines.get(lines.size() - 1)).as("the longest file").isLessThanOrEqualTo(300);
    assertThat(lines.get(lines.size() * 9 / 10))
        .as("the longest of nine in ten")
        .isLessThanOrEqualTo(200);
    assertThat(lines.get(lines.size() / 2)).as("the median").isLessThanOrEqualTo(70);
  }

  private static int length(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(ROOT + "..");
  }

  private static DescribedPredicate<JavaClass> records() {
    return DescribedPredicate.describe("records", JavaClass::isRecord);
  }

  private static ArchCondition<JavaConstructor> haveAtMost(int parameters) {
    return new ArchCondition<>("have at most " + parameters + " parameters") {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        int count = constructor.getRawParameterTypes().size();
        events.add(
            new SimpleConditionEvent(
                constructor, count <= parameters, constructor.getFullName() + " has " + count));
      }
    };
  }
}
