package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.broken.PublishedClient;
import io.everythingmcp.conformance.harness.Fleet;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.KnownClient;
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
import io.everythingmcp.conformance.server.Server;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Getting a token, using it and losing it, with each single request at another instance: discovery,
 * registration of each kind, consent, login, code, tokens, refresh.
 */
class OAuthRoundRobinIT {
  private static final Redaction NOTHING = new Redaction(List.of());

  private static Fleet fleet;
  private static PublishedClient publisher;
  private static List<Outcome> outcomes;

  @BeforeAll
  static void run() {
    publisher = new PublishedClient();
    fleet =
        Fleet.of(
            3,
            ServerLaunch.with("AUTH_MODE", "integrated")
                .config("conformance-tests/src/test/resources/clients.yml"));
    URI url = fleet.client().base().resolve("/mcp");
    RawClient http = new RawClient(url);
    Discovery found = Discovery.of(http, url);
    FormLogin alice = new FormLogin("alice");
    String token =
        Flow.register(http, found, alice).tokens(found.scope()).path("access_token").asText();
    Server server =
        Server.at(url)
            .by(Caller.token("alice", token))
            .login(alice)
            .client(new KnownClient("known-client", "the-secret-of-the-known-client", null))
            .document(publisher.address());
    outcomes = new Runner(Detection.of(server)).run(Catalog.all(), Selection.only("oauth"));
  }

  @AfterAll
  static void stop() {
    fleet.close();
    publisher.close();
  }

  @TestFactory
  Stream<DynamicTest> worksAsWithOneInstance() {
    return Catalog.all().stream()
        .map(About::of)
        .filter(about -> about.area().equals("oauth"))
        .map(about -> dynamicTest(about.id(), () -> passed(about)));
  }

  private static void passed(About about) {
    List<Outcome> of = outcomes.stream().filter(o -> o.about().id().equals(about.id())).toList();
    assertThat(of).isNotEmpty();
    assertThat(of.stream().filter(outcome -> outcome.status() != Status.SUCCESS))
        .map(outcome -> Summary.evidence(outcome, NOTHING))
        .isEmpty();
  }
}
