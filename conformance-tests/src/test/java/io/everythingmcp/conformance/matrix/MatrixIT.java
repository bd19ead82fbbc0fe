package io.everythingmcp.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.TestPatience;
import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.run.Runner;
import io.everythingmcp.conformance.run.Selection;
import io.everythingmcp.conformance.scenario.About;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.server.Detection;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.server.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** The suite against our server in many configurations. */
@Order(1)
class MatrixIT {
  private static final Redaction NOTHING = new Redaction(List.of());

  /** The suite mostly waits. */
  private static final int AT_ONCE = 3;

  private static RedisServer redis;
  private static ExecutorService threads;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    threads = Executors.newFixedThreadPool(AT_ONCE);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    redis.close();
  }

  /** Each configuration has a server while its combinations are run, and no longer. */
  @TestFactory
  Stream<DynamicNode> keepsTheRules() {
    List<Combination> all = Combination.all();
    Map<String, List<Combination>> byConfiguration =
        (NightlyRun.isOn() ? all : Pairs.of(all))
            .stream()
                .collect(
                    Collectors.groupingBy(
                        Combination::configuration, TreeMap::new, Collectors.toList()));
    Map<String, Future<Map<Combination, List<Outcome>>>> runs = new TreeMap<>();
    byConfiguration.forEach((name, group) -> runs.put(name, threads.submit(() -> run(group))));
    return byConfiguration.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(c -> node(c, runs.get(e.getKey()))));
  }

  private static DynamicNode node(
      Combination combination, Future<Map<Combination, List<Outcome>>> run) {
    return dynamicContainer(
        combination.toString(),
        Stream.concat(
            Stream.of(dynamicTest("runs", () -> assertThat(run.get()).containsKey(combination))),
            Catalog.all().stream()
                .map(About::of)
                .filter(about -> about.applies(combination.revision()))
                .filter(about -> combination.givesTokens() || !about.id().startsWith("oauth/"))
                .map(
                    about ->
                        dynamicTest(
                            about.id(),
                            () -> check(combination, about, run.get().get(combination))))));
  }

  private static void check(Combination combination, About about, List<Outcome> outcomes) {
    Outcome outcome =
        outcomes.stream().filter(o -> o.about().id().equals(about.id())).findFirst().orElseThrow();
    if (outcome.status() == Status.SKIPPED) {
      throw new TestAbortedException(outcome.came());
    }
    if (outcome.isBad()) {
      throw new AssertionError(combination + "\n" + Summary.evidence(outcome, NOTHING));
    }
  }

  /** Those of one configuration. */
  private static Map<Combination, List<Outcome>> run(List<Combination> group) {
    try (Arrangement arrangement = new Arrangement(group.get(0), redis)) {
      Map<Combination, List<Outcome>> outcomes = new HashMap<>();
      group.forEach(combination -> outcomes.put(combination, run(combination, arrangement)));
      return outcomes;
    }
  }

  private static List<Outcome> run(Combination combination, Arrangement arrangement) {
    Server server = Server.at(arrangement.endpoint()).patience(TestPatience.LIMIT);
    List<Caller> callers = arrangement.callers();
    if (!callers.isEmpty()) {
      server = server.by(callers.get(0)).andBy(callers.get(1));
    }
    Profile profile = Detection.of(server);
    assertThat(profile.spoken())
        .as("revisions of " + combination)
        .containsKey(combination.revision());
    return new Runner(profile).run(Catalog.all(), Selection.all().in(combination.revision()));
  }
}
