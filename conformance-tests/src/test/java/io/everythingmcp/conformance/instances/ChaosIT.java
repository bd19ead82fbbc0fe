package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.RedisCli;
import io.everythingmcp.conformance.harness.ServerFleet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three instances under load, one of them killed and replaced repeatedly. For a longer run: {@code
 * -Dchaos.seconds=600}.
 */
class ChaosIT {
  private static final Logger LOG = LoggerFactory.getLogger(ChaosIT.class);

  private static final int CLIENTS = 5;
  private static final int FEWEST = 2;
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("chaos.seconds", NightlyRun.choose(15, 300)));

  @Test
  void onlyInFlightRequestsOfTheKilledInstanceFail() throws Exception {
    int kills = 0;
    LoadResults loadResults;
    try (ServerFleet fleet = ServerFleet.of(3, "KEEP_ALIVE", "1s", "FIXTURES", "true");
        ClientLoad load = new ClientLoad(fleet, CLIENTS)) {
      long end = System.nanoTime() + LENGTH.toNanos();
      while (System.nanoTime() < end || kills < FEWEST) {
        load.awaitMore();
        fleet.instance(kills % 3).kill();
        fleet.restart(kills % 3);
        kills++;
      }
      assertEveryKeyHasATtl(fleet);
      loadResults = load.finish();
    }
    LOG.info(
        "Chaos: "
            + kills
            + " instances killed under load of "
            + CLIENTS
            + " clients: "
            + loadResults);
    assertThat(loadResults.violation()).isEmpty();
    assertThat(loadResults.refused.get()).isZero();
    assertThat(loadResults.inFlight.get() + loadResults.ended.get())
        .isLessThanOrEqualTo(kills * CLIENTS * 3);
    assertThat(loadResults.calls.get()).isGreaterThan(100);
    assertThat(loadResults.resumed.get()).isPositive();
  }

  private static void assertEveryKeyHasATtl(ServerFleet fleet) {
    try (RedisCli cli = fleet.redis().cli()) {
      List<String> keys = cli.keys("*");
      assertThat(keys).hasSizeGreaterThan(CLIENTS);
      for (String key : keys) {
        assertThat((Long) cli.call("PTTL", key)).as(key).isNotEqualTo(-1L);
      }
    }
  }
}
