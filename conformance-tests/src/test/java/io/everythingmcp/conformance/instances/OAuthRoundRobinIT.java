package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.broken.PublishedClient;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.ServerFleet;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioRunner;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.server.ServerDetection;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.TestCaller;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Issuance, use and revocation of tokens, with each request at another instance: discovery,
 * registration of each kind, consent, login, code, tokens, refresh.
 */
class OAuthRoundRobinIT {
  private static final ReportRedaction NOTHING = new ReportRedaction(List.of());

  private static ServerFleet fleet;
  private static PublishedClient publisher;
  private static List<CheckResult> outcomes;

  @BeforeAll
  static void run() {
    publisher = new PublishedClient();
    fleet =
        ServerFleet.of(
            3,
            ServerLaunch.with("AUTH_MODE", "integrated")
                .config("conformance-tests/src/test/resources/clients.yml"));
    URI url = fleet.client().base().resolve("/mcp");
    RawClient http = new RawClient(url);
    OAuthDiscovery found = OAuthDiscovery.of(http, url);
    FormLogin alice = new FormLogin("alice");
    String token =
        OAuthFlow.register(http, found, alice).tokens(found.scope()).path("access_token").asText();
    TargetServer server =
        TargetServer.at(url)
            .by(TestCaller.token("alice", token))
            .login(alice)
            .client(new PreregisteredClient("known-client", "the-secret-of-the-known-client", null))
            .document(publisher.address());
    outcomes =
        new ScenarioRunner(ServerDetection.of(server))
            .run(ScenarioCatalog.all(), ScenarioSelection.only("oauth"));
  }

  @AfterAll
  static void stop() {
    fleet.close();
    publisher.close();
  }

  @TestFactory
  Stream<DynamicTest> worksAsWithOneInstance() {
    return ScenarioCatalog.all().stream()
        .map(ScenarioInfo::of)
        .filter(about -> about.area().equals("oauth"))
        .map(about -> dynamicTest(about.id(), () -> passed(about)));
  }

  private static void passed(ScenarioInfo about) {
    List<CheckResult> of =
        outcomes.stream().filter(o -> o.about().id().equals(about.id())).toList();
    assertThat(of).isNotEmpty();
    assertThat(of.stream().filter(outcome -> outcome.status() != CheckStatus.SUCCESS))
        .map(outcome -> ConsoleSummary.evidence(outcome, NOTHING))
        .isEmpty();
  }
}
