package io.everythingmcp.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.RedisServer;
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
  private static final Redaction NOTHING = new Redaction(List.of());
  private static RedisServer redis;
  private static Map<String, Arrangement> servers;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    servers = new HashMap<>();
  }

  @AfterAll
  static void stop() {
    servers.values().forEach(Arrangement::close);
    redis.close();
  }

  @TestFactory
  Stream<DynamicNode> keepsTheRules() {
    List<Combination> all = Combination.all();
    return (NightlyRun.isOn() ? all : Pairs.of(all))
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
            .filter(about -> combination.givesTokens() || !about.id().startsWith("oauth/"))
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
    Arrangement arrangement =
        servers.computeIfAbsent(
            combination.configuration(), configuration -> new Arrangement(combination, redis));
    Server server = Server.at(arrangement.endpoint());
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
