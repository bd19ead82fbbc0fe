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
  private static FaultyServerRig bench;
  private static FaultProof proof;

  @BeforeAll
  static void start() {
    proxy = BreakingProxy.open();
    server =
        ServerLaunch.with("BASE_URI", proxy.uri().toString())
            .config("conformance-tests/src/test/resources/clients.yml")
            .start();
    proxy.setTarget(server.uri());
    publisher = new PublishedClient();
    bench =
        FaultyServerRig.withLogin(
            proxy,
            new PreregisteredClient("known-client", "the-secret-of-the-known-client", null),
            publisher.address());
    proof = new FaultProof(bench, FaultProof.ids("oauth", true));
  }

  @AfterAll
  static void stop() {
    bench.close();
    publisher.close();
    server.close();
  }

  @Test
  void serverPassesEveryScenario() {
    proof.allPass();
  }

  @TestFactory
  Stream<DynamicTest> serverWithFaultFailsItsScenario() {
    Map<String, ServerFault> faults = FaultCatalogue.all();
    return FaultProof.ids("oauth", true).stream()
        .map(
            id ->
                dynamicTest(
                    id, () -> FaultProof.check(id, proof.failing(bench, id, faults.get(id)))));
  }
}
