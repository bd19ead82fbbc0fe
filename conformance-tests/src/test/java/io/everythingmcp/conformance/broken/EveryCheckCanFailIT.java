package io.everythingmcp.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.scenario.About;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each scenario passes against our server, and fails against a server that breaks its rule and no
 * other: then its neighbours still pass.
 */
class EveryCheckCanFailIT {
  private static final int AT_ONCE = 4;
  private static final Duration QUICK = Duration.ofMillis(150);

  private static RedisServer redis;
  private static ServerProcess one;
  private static ServerProcess two;
  private static Map<String, Outcome> healthy;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    ServerLaunch launch =
        ServerLaunch.with(
            "AUTH_MODE", "api_key",
            "API_KEYS", IsolationFaults.FIRST + "," + IsolationFaults.SECOND,
            "FIXTURES", "true",
            "STORE", "redis",
            "REDIS_URL", redis.url(),
            "MAX_SESSIONS_PER_CALLER", "5000",
            "SESSION_TIMEOUT", "6s");
    one = launch.start();
    two = launch.start();
    healthy = new ConcurrentHashMap<>();
    try (Workbench bench = Workbench.before(one.uri(), two.uri())) {
      String[] all = ids().toArray(String[]::new);
      bench
          .run(Fault.NONE, all)
          .forEach(o -> healthy.merge(o.about().id(), o, (a, b) -> worse(a, b)));
    }
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    redis.close();
  }

  private static List<String> ids() {
    return Catalog.all().stream().map(scenario -> About.of(scenario).id()).toList();
  }

  private static Outcome worse(Outcome a, Outcome b) {
    boolean second = b.isBad() || (!a.isBad() && b.took().compareTo(a.took()) > 0);
    return second ? b : a;
  }

  @Test
  void everyScenarioHasAFault() {
    assertThat(Faults.all().keySet()).containsExactlyInAnyOrderElementsOf(ids());
  }

  @Test
  void ourServerPassesEveryScenario() {
    Redaction redaction = new Redaction(List.of());
    assertThat(healthy.values().stream().filter(o -> o.status() != Status.SUCCESS))
        .as("scenarios that our server does not pass, or that were not run")
        .map(outcome -> Summary.evidence(outcome, redaction))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> aServerThatBreaksOneRuleFailsItsScenario() {
    BlockingQueue<Workbench> benches = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      benches.add(Workbench.before(one.uri(), two.uri()));
    }
    Map<String, Future<Set<String>>> failed = new LinkedHashMap<>();
    Faults.all().forEach((id, f) -> failed.put(id, threads.submit(() -> failing(benches, id, f))));
    threads.shutdown();
    return failed.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())))
        .onClose(() -> benches.forEach(Workbench::close));
  }

  /** Which scenarios of the area fail with this fault. */
  private static Set<String> failing(BlockingQueue<Workbench> benches, String id, Fault fault)
      throws InterruptedException {
    Workbench bench = benches.take();
    try {
      String area = id.substring(0, id.indexOf('/') + 1);
      String[] wanted =
          Stream.concat(
                  Stream.of(id),
                  healthy.values().stream()
                      .filter(o -> o.took().compareTo(QUICK) < 0)
                      .map(outcome -> outcome.about().id())
                      .filter(other -> other.startsWith(area)))
              .distinct()
              .toArray(String[]::new);
      Set<String> bad = new TreeSet<>();
      bench.run(fault, wanted).stream()
          .filter(Outcome::isBad)
          .forEach(outcome -> bad.add(outcome.about().id()));
      return bad;
    } finally {
      benches.add(bench);
    }
  }

  private static void check(String id, Future<Set<String>> outcome) throws Exception {
    Set<String> allowed = new TreeSet<>(Faults.TOGETHER.getOrDefault(id, Set.of()));
    allowed.add(id);
    assertThat(outcome.get())
        .as("scenarios that fail against the server without " + id)
        .contains(id)
        .isSubsetOf(allowed);
  }
}
