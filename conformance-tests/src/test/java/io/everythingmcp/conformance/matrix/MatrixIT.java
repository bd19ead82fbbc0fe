package io.everythingmcp.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.TestTimeouts;
import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioRunner;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.server.ServerDetection;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.TestCaller;
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

/** The suite against the server in many configurations. */
@Order(1)
class MatrixIT {
  private static final ReportRedaction NOTHING = new ReportRedaction(List.of());

  /** Number of concurrent runs: most of their time is spent waiting. */
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

  /** Starts the server of each configuration for the duration of its combinations. */
  @TestFactory
  Stream<DynamicNode> passesTheSuite() {
    List<ConfigurationCombination> all = ConfigurationCombination.all();
    Map<String, List<ConfigurationCombination>> byConfiguration =
        (NightlyRun.isOn() ? all : PairwiseCombinations.of(all))
            .stream()
                .collect(
                    Collectors.groupingBy(
                        ConfigurationCombination::configuration,
                        TreeMap::new,
                        Collectors.toList()));
    Map<String, Future<Map<ConfigurationCombination, List<CheckResult>>>> runs = new TreeMap<>();
    byConfiguration.forEach((name, group) -> runs.put(name, threads.submit(() -> run(group))));
    return byConfiguration.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(c -> node(c, runs.get(e.getKey()))));
  }

  private static DynamicNode node(
      ConfigurationCombination combination,
      Future<Map<ConfigurationCombination, List<CheckResult>>> run) {
    return dynamicContainer(
        combination.toString(),
        Stream.concat(
            Stream.of(dynamicTest("runs", () -> assertThat(run.get()).containsKey(combination))),
            ScenarioCatalog.all().stream()
                .map(ScenarioInfo::of)
                .filter(about -> about.applies(combination.revision()))
                .filter(about -> combination.givesTokens() || !about.id().startsWith("oauth/"))
                .map(
                    about ->
                        dynamicTest(
                            about.id(),
                            () -> check(combination, about, run.get().get(combination))))));
  }

  private static void check(
      ConfigurationCombination combination, ScenarioInfo about, List<CheckResult> outcomes) {
    CheckResult outcome =
        outcomes.stream().filter(o -> o.about().id().equals(about.id())).findFirst().orElseThrow();
    if (outcome.status() == CheckStatus.SKIPPED) {
      throw new TestAbortedException(outcome.actual());
    }
    if (outcome.isBad()) {
      throw new AssertionError(combination + "\n" + ConsoleSummary.evidence(outcome, NOTHING));
    }
  }

  /** Runs the combinations of one configuration. */
  private static Map<ConfigurationCombination, List<CheckResult>> run(
      List<ConfigurationCombination> group) {
    try (ServerArrangement arrangement = new ServerArrangement(group.get(0), redis)) {
      Map<ConfigurationCombination, List<CheckResult>> outcomes = new HashMap<>();
      group.forEach(combination -> outcomes.put(combination, run(combination, arrangement)));
      return outcomes;
    }
  }

  private static List<CheckResult> run(
      ConfigurationCombination combination, ServerArrangement arrangement) {
    TargetServer server = TargetServer.at(arrangement.endpoint()).timeout(TestTimeouts.LIMIT);
    List<TestCaller> callers = arrangement.callers();
    if (!callers.isEmpty()) {
      server = server.by(callers.get(0)).andBy(callers.get(1));
    }
    ServerProfile profile = ServerDetection.of(server);
    assertThat(profile.supportedRevisions())
        .as("revisions of " + combination)
        .containsKey(combination.revision());
    return new ScenarioRunner(profile)
        .run(ScenarioCatalog.all(), ScenarioSelection.all().in(combination.revision()));
  }
}
