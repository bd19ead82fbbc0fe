package io.everythingmcp.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** The suite against our server in many configurations. */
class MatrixIT {
  private static final String ALICE = "key-of-alice-in-the-matrix";
  private static final String BOB = "key-of-bob-in-the-matrix";
  private static final Redaction NOTHING = new Redaction(List.of());
  private static RedisServer redis;
  private static Map<String, ServerProcess> servers;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    servers = new HashMap<>();
  }

  @AfterAll
  static void stop() {
    servers.values().forEach(ServerProcess::close);
    redis.close();
  }

  @TestFactory
  Stream<DynamicNode> keepsTheRules() {
    List<Combination> all = Combination.all();
    return (Boolean.getBoolean("matrix.full") ? all : Pairs.of(all))
        .stream()
            .sorted(Comparator.comparing(Combination::configuration))
            .map(c -> dynamicContainer(c.toString(), tests(c)));
  }

  private static Stream<DynamicNode> tests(Combination combination) {
    List<Outcome> outcomes = new ArrayList<>();
    return Stream.concat(
        Stream.of(dynamicTest("runs", () -> outcomes.addAll(run(combination)))),
        Catalog.all().stream()
            .map(About::of)
            .filter(about -> about.applies(combination.revision()))
            .map(about -> dynamicTest(about.id(), () -> check(combination, about, outcomes))));
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

  private static List<Outcome> run(Combination combination) {
    ServerProcess process =
        servers.computeIfAbsent(combination.configuration(), configuration -> start(combination));
    Server server = Server.at(process.uri().resolve("/mcp"));
    if (combination.auth().equals("api_key")) {
      server = server.by(Caller.apiKey("alice", ALICE)).andBy(Caller.apiKey("bob", BOB));
    }
    Profile profile = Detection.of(server);
    assertThat(profile.spoken())
        .as("revisions of " + combination)
        .containsKey(combination.revision());
    return new Runner(profile).run(Catalog.all(), Selection.all().in(combination.revision()));
  }

  private static ServerProcess start(Combination combination) {
    return ServerLaunch.with(
            "AUTH_MODE", combination.auth(),
            "API_KEYS", combination.auth().equals("api_key") ? ALICE + "," + BOB : "",
            "STORE", combination.store(),
            "REDIS_URL", redis.url(),
            "ERAS", combination.eras(),
            "FIXTURES", "true")
        .start();
  }
}
