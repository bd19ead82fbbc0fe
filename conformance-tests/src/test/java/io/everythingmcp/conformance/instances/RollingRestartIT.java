package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.ServerFleet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two instances under load, each of them shut down gracefully and replaced: clients only observe
 * retries on the other instance.
 */
class RollingRestartIT {
  private static final Logger LOG = LoggerFactory.getLogger(RollingRestartIT.class);

  private static final Duration IN_TIME = Duration.ofSeconds(30);

  @Test
  void nothingFailsDuringRollingRestart() throws Exception {
    LoadResults loadResults;
    try (ServerFleet fleet = ServerFleet.of(2, "KEEP_ALIVE", "1s", "FIXTURES", "true");
        ClientLoad load = new ClientLoad(fleet, 4)) {
      for (int i = 0; i < fleet.size(); i++) {
        load.awaitMore();
        fleet.instance(i).sendTerminate();
        assertThat(fleet.instance(i).awaitExit(IN_TIME)).isIn(0, 143);
        fleet.restart(i);
      }
      loadResults = load.finish();
    }
    LOG.info("Rolling restart of 2 instances: " + loadResults);
    assertThat(loadResults.violation()).isEmpty();
    assertThat(loadResults.ended.get()).as("calls that were not awaited").isZero();
    assertThat(loadResults.inFlight.get())
        .as("connections that had not been accepted when the port was closed")
        .isLessThanOrEqualTo(4);
  }
}
