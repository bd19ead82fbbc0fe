package io.everythingmcp.conformance.fuzz;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the server stays up, stays honest and forgets it again. */
class FuzzIT {
  private static final long REQUESTS = Long.getLong("fuzz.requests", 100_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.currentTimeMillis());

  /** Enough to load every class, fill every pool and compile what is used most. */
  private static final long WARM_UP = 5_000;

  /**
   * What may be alive in the end that was not after the warm-up: tasks, consents and scopes that
   * the storm began are kept for minutes to an hour, by design.
   */
  private static final long MORE_HEAP = 24L << 20;

  private static final int MORE_THREADS = 8;

  /** Ended sessions are swept out every 30 s, and what was delivered is kept for a minute. */
  private static final Duration FORGETTING = Duration.ofSeconds(60);

  private static ServerProcess start() {
    return ServerLaunch.with(
            "FIXTURES", "true",
            "STORE", "memory",
            "ERAS", "both",
            "MAX_SESSIONS", "10000000",
            "MAX_SESSIONS_PER_CALLER", "10000000",
            "SESSION_TIMEOUT", "3s",
            "REQUEST_TIMEOUT", "1s",
            "KEEP_ALIVE", "1s",
            "LOG_LEVEL", "ERROR")
        .start();
  }

  @Test
  void survivesAnything() throws InterruptedException {
    System.out.printf("fuzz.seed=%d fuzz.requests=%d%n", SEED, REQUESTS);
    try (ServerProcess server = start()) {
      Canary canary = new Canary(server.client());
      Storm storm = new Storm(server.port(), SEED, canary.tools());
      storm.blow(0, Math.min(WARM_UP, REQUESTS));
      Vitals before = Vitals.of(server.pid());

      Instant start = Instant.now();
      storm.blow(WARM_UP, REQUESTS);
      Duration took = Duration.between(start, Instant.now());
      System.out.printf("%s in %s%nbefore: %s%n", storm.statuses(), took, before);

      SoftAssertions all = new SoftAssertions();
      all.assertThatCode(() -> report(storm.findings(), server)).doesNotThrowAnyException();
      all.assertThatCode(canary::sings).as("the canary").doesNotThrowAnyException();
      Vitals after = settled(server, before);
      System.out.println("after: " + after);
      all.assertThat(after.heap())
          .as(() -> "heap, before: " + before + "\n" + Vitals.largest(server.pid()))
          .isLessThanOrEqualTo(before.heap() + MORE_HEAP);
      all.assertThat(after.threads())
          .as("threads")
          .isLessThanOrEqualTo(before.threads() + MORE_THREADS);
      all.assertThatCode(canary::sings).as("the canary, later").doesNotThrowAnyException();
      all.assertAll();
    }
  }

  private static void report(List<Finding> findings, ServerProcess server) {
    if (!findings.isEmpty()) {
      StringBuilder text = new StringBuilder("Again with -Dfuzz.seed=" + SEED + "\n\n");
      findings.forEach(finding -> text.append(finding).append('\n'));
      throw new AssertionError(
          text
              + "The server said:\n"
              + server.logTail().lines().limit(12).collect(Collectors.joining("\n")));
    }
  }

  private static Vitals settled(ServerProcess server, Vitals before) throws InterruptedException {
    Instant end = Instant.now().plus(FORGETTING);
    Vitals now = Vitals.of(server.pid());
    System.out.println("at once: " + now);
    while (now.heap() > before.heap() + MORE_HEAP && Instant.now().isBefore(end)) {
      Thread.sleep(5_000);
      now = Vitals.of(server.pid());
    }
    return now;
  }
}
