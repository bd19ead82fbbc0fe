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
  private static FaultProof proof;

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
    try (FaultyServerRig bench = FaultyServerRig.before(one.uri(), two.uri())) {
      proof = new FaultProof(bench, FaultProof.ids("oauth", false));
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
    assertThat(FaultCatalogue.all().keySet()).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void serverPassesEveryScenario() {
    proof.allPass();
  }

  @TestFactory
  Stream<DynamicTest> serverWithFaultFailsItsScenario() {
    BlockingQueue<FaultyServerRig> benches = new LinkedBlockingQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      benches.add(FaultyServerRig.before(one.uri(), two.uri()));
    }
    Map<String, Future<Set<String>>> failing = new LinkedHashMap<>();
    Map<String, ServerFault> faults = FaultCatalogue.all();
    for (String id : FaultProof.ids("oauth", false)) {
      failing.put(id, threads.submit(() -> failing(benches, id, faults.get(id))));
    }
    threads.shutdown();
    return failing.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> FaultProof.check(e.getKey(), e.getValue().get())))
        .onClose(() -> benches.forEach(FaultyServerRig::close));
  }

  private static Set<String> failing(
      BlockingQueue<FaultyServerRig> benches, String id, ServerFault fault)
      throws InterruptedException {
    FaultyServerRig bench = benches.take();
    try {
      return proof.failing(bench, id, fault);
    } finally {
      benches.add(bench);
    }
  }
}
