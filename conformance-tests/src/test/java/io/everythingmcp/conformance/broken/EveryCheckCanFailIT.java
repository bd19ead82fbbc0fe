package io.everythingmcp.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each scenario passes against the server, and fails against a server that violates its rule; the
 * other scenarios of the area then still pass. Scenarios of OAuth: {@link
 * EveryOAuthCheckCanFailIT}.
 */
@Order(1)
class EveryCheckCanFailIT {
  /** Number of concurrent runs: most of their time is spent in timeouts. */
  private static final int AT_ONCE = 12;

  private static RedisServer redis;
  private static ServerProcess one;
  private static ServerProcess two;
  private static Proof proof;

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
    try (Workbench bench = Workbench.before(one.uri(), two.uri())) {
      proof = new Proof(bench, Proof.ids("oauth", false));
    }
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    redis.close();
  }

  @Test
  void everyScenarioHasAFault() {
    List<String> ids =
        ScenarioCatalog.all().stream().map(scenario -> ScenarioInfo.of(scenario).id()).toList();
    assertThat(Faults.all().keySet()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void ourServerPassesEveryScenario() {
    proof.allPass();
  }

  @TestFactory
  Stream<DynamicTest> aServerThatBreaksOneRuleFailsItsScenario() {
    BlockingQueue<Workbench> benches = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      benches.add(Workbench.before(one.uri(), two.uri()));
    }
    Map<String, Future<Set<String>>> failing = new LinkedHashMap<>();
    Map<String, Fault> faults = Faults.all();
    for (String id : Proof.ids("oauth", false)) {
      failing.put(id, threads.submit(() -> failing(benches, id, faults.get(id))));
    }
    threads.shutdown();
    return failing.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> Proof.check(e.getKey(), e.getValue().get())))
        .onClose(() -> benches.forEach(Workbench::close));
  }

  private static Set<String> failing(BlockingQueue<Workbench> benches, String id, Fault fault)
      throws InterruptedException {
    Workbench bench = benches.take();
    try {
      return proof.failing(bench, id, fault);
    } finally {
      benches.add(bench);
    }
  }
}
