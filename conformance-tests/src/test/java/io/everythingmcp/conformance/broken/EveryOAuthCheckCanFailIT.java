package io.everythingmcp.conformance.broken;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Counterpart of {@link EveryCheckCanFailIT} for the scenarios of OAuth, with users who log in. */
@Order(1)
class EveryOAuthCheckCanFailIT {
  private static BreakingProxy proxy;
  private static ServerProcess server;
  private static PublishedClient publisher;
  private static Workbench bench;
  private static Proof proof;

  @BeforeAll
  static void start() {
    proxy = BreakingProxy.open();
    server =
        ServerLaunch.with("BASE_URI", proxy.uri().toString())
            .config("conformance-tests/src/test/resources/clients.yml")
            .start();
    proxy.toward(server.uri());
    publisher = new PublishedClient();
    bench =
        Workbench.withLogin(
            proxy,
            new PreregisteredClient("known-client", "the-secret-of-the-known-client", null),
            publisher.address());
    proof = new Proof(bench, Proof.ids("oauth", true));
  }

  @AfterAll
  static void stop() {
    bench.close();
    publisher.close();
    server.close();
  }

  @Test
  void ourServerPassesEveryScenario() {
    proof.allPass();
  }

  @TestFactory
  Stream<DynamicTest> aServerThatBreaksOneRuleFailsItsScenario() {
    Map<String, Fault> faults = Faults.all();
    return Proof.ids("oauth", true).stream()
        .map(
            id -> dynamicTest(id, () -> Proof.check(id, proof.failing(bench, id, faults.get(id)))));
  }
}
