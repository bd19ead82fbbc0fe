package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.ServerFleet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs of the client check that two instances on one Redis serve. */
class SharedRunsIT {
  private static ServerFleet fleet;

  @BeforeAll
  static void start() {
    fleet = ServerFleet.of(2, "FIXTURES", "true");
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  private static RawClient one() {
    return fleet.instance(0).client();
  }

  private static RawClient other() {
    return fleet.instance(1).client();
  }

  private static List<Integer> numbers(JsonNode report) {
    return report.path("exchanges").findValues("n").stream().map(JsonNode::asInt).toList();
  }

  @Test
  void exchangesOfBothInstancesAreInOneReport() {
    CheckedRun here = CheckedRun.start(one(), "plain");
    here.connect();
    CheckedRun there = here.at(other());
    assertThat(there.echo().status()).isEqualTo(200);
    assertThat(here.echo().status()).isEqualTo(200);
    there.send(Map.of("jsonrpc", "2.0", "id", "twice", "method", "ping"));
    here.send(Map.of("jsonrpc", "2.0", "id", "twice", "method", "ping"));

    JsonNode report = there.report();

    assertThat(numbers(report)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(CheckedRun.check(report, "B03").path("evidence").toString()).contains("6");
    assertThat(here.report()).isEqualTo(report);
    assertThat(other().get(here.page()).header("Accept", "text/html").send().text()).contains("#6");
    assertThat(other().get(here.page() + "/report.junit.xml").send().text()).contains("B03");
    assertThat(other().get(here.page() + "/checks.json").send().text()).contains("specReferences");
  }

  @Test
  void signInIsProcessedByAlternatingInstances() {
    CheckedRun run = CheckedRun.start(fleet.client(), "oauth");
    assertThat(run.connect().status()).isEqualTo(401);
    RunLogin login = new RunLogin(fleet.client(), run);
    String token = login.login();
    run.token(token);
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(run.call("whoAmI", Map.of()).text()).contains("alice");
    JsonNode report = run.report();
    assertThat(CheckedRun.rules(report, "FAILURE")).as(report.path("checks").toString()).isEmpty();
    assertThat(report.path("next").isNull()).isTrue();
    try (RedisCli redis = fleet.redis().cli()) {
      assertThat(redis.list("XRANGE", "check:log:" + run.id(), "-", "+").toString())
          .contains("/token")
          .doesNotContain(token)
          .doesNotContain(login.verifier());
    }
  }

  @Test
  void faultsCountTheRequestsOfAllInstances() {
    CheckedRun limited = CheckedRun.start(fleet.client(), "rate-limit");
    limited.connect();
    assertThat(IntStream.range(0, 4).map(i -> limited.echo().status()))
        .containsExactly(429, 200, 503, 200);
    CheckedRun expiring = CheckedRun.start(one(), "expired-session");
    expiring.connect();
    CheckedRun elsewhere = expiring.at(other());
    assertThat(expiring.echo().status()).isEqualTo(200);
    assertThat(elsewhere.echo().status()).isEqualTo(200);
    assertThat(expiring.echo().status()).isEqualTo(404);
    assertThat(elsewhere.echo().status()).isEqualTo(404);
  }

  @Test
  void faultThatWasRequestedElsewhereOccursOnce() {
    CheckedRun here = CheckedRun.start(one(), "plain");
    here.connect();
    CheckedRun there = here.at(other());
    assertThat(there.post("provoke", Map.of("fault", "rate-limit")).status()).isEqualTo(204);
    assertThat(here.echo().status()).isEqualTo(429);
    assertThat(there.echo().status()).isEqualTo(200);
    assertThat(here.echo().status()).isEqualTo(200);
  }

  @Test
  void concurrentRequestsHaveDifferentNumbersAndOneOfThemTheFault() {
    CheckedRun here = CheckedRun.start(one(), "rate-limit");
    here.connect();
    CheckedRun there = here.at(other());
    Map<String, Object> echo = Map.of("name", "echo", "arguments", Map.of("message", "hello"));
    List<CompletableFuture<RawResponse>> flood =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    (i % 2 == 0 ? here : there)
                        .prepared(
                            Map.of(
                                "jsonrpc",
                                "2.0",
                                "id",
                                "f" + i,
                                "method",
                                "tools/call",
                                "params",
                                echo))
                        .sendAsync())
            .toList();
    List<Integer> statuses = flood.stream().map(one -> one.join().status()).toList();
    assertThat(statuses).containsOnlyOnce(429, 503).hasSize(40);
    assertThat(numbers(there.report()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 42).boxed().toList());
  }

  @Test
  void eventsOfARunArriveAtTheOtherInstance() {
    CheckedRun here = CheckedRun.start(one(), "plain");
    RawResponse events = other().get(here.page() + "/events").send();
    assertThat(events.events().next().name()).isEqualTo("state");
    here.connect();
    String heard = "";
    while (!heard.contains("exchange")) {
      heard += events.events().next().name();
    }
    assertThat(here.post("delete", Map.of()).status()).isEqualTo(303);
    while (!heard.contains("removed")) {
      heard += events.events().next().name();
    }
  }

  @Test
  void finishedRunIsFinishedAtEachInstance() {
    CheckedRun here = CheckedRun.start(one(), "plain");
    here.connect();
    CheckedRun there = here.at(other());
    assertThat(there.post("skip", Map.of()).status()).isEqualTo(204);
    assertThat(there.post("finish", Map.of()).status()).isEqualTo(200);
    assertThat(here.echo().status()).isEqualTo(200);
    JsonNode report = here.report();
    assertThat(report.path("state").asText()).isEqualTo("finished");
    assertThat(numbers(report)).containsExactly(1, 2);
    assertThat(there.report()).isEqualTo(report);
  }

  @Test
  void deletedRunIsUnknownToEachInstanceAndToRedis() {
    CheckedRun here = CheckedRun.start(one(), "plain");
    CheckedRun there = here.at(other());
    here.connect();
    there.at(other()).echo();
    try (RedisCli redis = fleet.redis().cli()) {
      List<String> keys = redis.keys("check:*" + here.id());
      assertThat(keys).hasSize(4);
      assertThat(keys)
          .allSatisfy(key -> assertThat((Long) redis.call("TTL", key)).isBetween(7000L, 7200L));

      assertThat(other().request("DELETE", here.page()).send().status()).isEqualTo(204);

      assertThat(redis.keys("check:*" + here.id())).isEmpty();
    }
    assertThat(one().get(here.page() + "/report.json").send().status()).isEqualTo(404);
    assertThat(here.connect().status()).isEqualTo(404);
    assertThat(other().request("DELETE", here.page()).send().status()).isEqualTo(404);
  }

  @Test
  void runSurvivesTheDeathOfItsInstance() {
    CheckedRun here = CheckedRun.start(one(), "paging");
    here.connect();
    String cursor = here.list(null).reply().path("result").path("nextCursor").asText();
    JsonNode before = here.report();

    fleet.instance(0).kill();

    CheckedRun there = here.at(other());
    assertThat(numbers(there.report())).isEqualTo(numbers(before));
    assertThat(there.report().path("checks")).isEqualTo(before.path("checks"));
    assertThat(there.list(cursor).reply().path("result").path("tools")).isNotEmpty();
    assertThat(numbers(there.report())).containsExactly(1, 2, 3, 4);
    fleet.restart(0);
    assertThat(there.at(one()).report().path("exchanges")).hasSize(4);
  }
}
