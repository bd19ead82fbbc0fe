package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.Fleet;
import io.everythingmcp.conformance.harness.RedisCli;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Three instances under load, one of them killed again and again and replaced by a new one. For
 * longer than usual: {@code -Dchaos.seconds=600}.
 */
class ChaosIT {
  private static final int CLIENTS = 5;
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("chaos.seconds", 15));

  @Test
  void onlyWhatIsInFlightOnTheKilledInstanceFails() throws Exception {
    Tally tally = new Tally();
    AtomicBoolean over = new AtomicBoolean();
    int kills = 0;
    List<BusyClient> clients = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Fleet fleet = Fleet.of(3, "KEEP_ALIVE", "1s", "FIXTURES", "true")) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new BusyClient(fleet.client(), tally, over::get));
      }
      List<Future<?>> work = new ArrayList<>();
      clients.forEach(client -> work.add(threads.submit(client::call)));
      clients.forEach(client -> work.add(threads.submit(client::follow)));
      work.add(threads.submit(clients.get(0)::change));
      clients.forEach(client -> threads.execute(client::listen));
      long end = System.nanoTime() + LENGTH.toNanos();
      while (System.nanoTime() < end) {
        fleet.instance(kills % 3).kill();
        fleet.restart(kills % 3);
        kills++;
      }
      over.set(true);
      for (Future<?> part : work) {
        part.get(60, TimeUnit.SECONDS);
      }
      clients.forEach(client -> assertThat(client.alive()).isTrue());
      assertEveryKeyGoesByItself(fleet);
      clients.forEach(BusyClient::finish);
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
    System.out.println(
        "Chaos: " + kills + " instances killed under load of " + CLIENTS + " clients: " + tally);
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.inFlight.get() + tally.ended.get()).isLessThanOrEqualTo(kills * CLIENTS * 3);
    assertThat(tally.calls.get()).isGreaterThan(100);
    assertThat(tally.resumed.get()).isPositive();
  }

  private static void assertEveryKeyGoesByItself(Fleet fleet) {
    try (RedisCli cli = fleet.redis().cli()) {
      List<String> keys = cli.keys("*");
      assertThat(keys).hasSizeGreaterThan(CLIENTS);
      for (String key : keys) {
        assertThat((Long) cli.call("PTTL", key)).as(key).isNotEqualTo(-1L);
      }
    }
  }
}
