package io.everythingmcp.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invalid input of any kind: the server stays available, its responses stay valid, and its memory
 * is released.
 */
@Order(1)
class FuzzIT {
  private static final Logger LOG = LoggerFactory.getLogger(FuzzIT.class);
  private static final long REQUESTS =
      Long.getLong("fuzz.requests", NightlyRun.choose(10_000, 100_000));

  /** The seed is fixed so that builds are reproducible. Another seed generates other requests. */
  private static final long SEED = Long.getLong("fuzz.seed", 1_795_819_261_355L);

  /** Number of requests that load all classes and fill pools and caches. */
  private static final long WARM_UP = REQUESTS / 2;

  /**
   * Permitted heap growth in bytes: consents and tasks of unauthenticated callers are retained for
   * minutes, in limited number.
   */
  private static final long MORE_HEAP = 4L << 20;

  private static final int MORE_THREADS = 8;

  /** Expired sessions are removed every 30 s, and delivered messages are retained for a minute. */
  private static final Duration FORGETTING = Duration.ofSeconds(75);

  /** Number of log lines that are reported with a violation. */
  private static final int LOG_LINES = 400;

  private static final Duration LOOK = Duration.ofSeconds(8);
  private static final long STILL_FALLING = 512 << 10;

  /** Number of a request in the request log. */
  private static final Pattern NUMBER = Pattern.compile("fuzz-\\d+(-again)*");

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
            "LOG_LEVEL", "INFO",
            "REQUEST_LOG", "true")
        // A partial collection would count unreachable objects.
        .jvm("-XX:MarkSweepAlwaysCompactCount=1")
        .start();
  }

  @Test
  void survivesInvalidInput() {
    LOG.info("fuzz.seed={} fuzz.requests={}", SEED, REQUESTS);
    try (ServerProcess server = start()) {
      ControlSession controlSession = new ControlSession(server.client());
      FuzzLoad fuzzLoad = new FuzzLoad(server.port(), SEED, controlSession.tools());
      fuzzLoad.run(0, WARM_UP);
      ServerVitals before =
          settled(server, (last, now) -> last != null && now.heap() > last.heap() - STILL_FALLING);

      Instant start = Instant.now();
      fuzzLoad.run(WARM_UP, REQUESTS);
      LOG.info("{} in {}", fuzzLoad.statuses(), Duration.between(start, Instant.now()));

      SoftAssertions all = new SoftAssertions();
      all.assertThatCode(() -> report(fuzzLoad.findings(), server)).doesNotThrowAnyException();
      all.assertThatCode(controlSession::assertUsable)
          .as("control session")
          .doesNotThrowAnyException();
      Map<String, List<String>> requestLog = requestLog(server.wholeLog());
      all.assertThat(requestLog).as("requests in the log").hasSizeGreaterThan((int) REQUESTS / 2);
      all.assertThat(requestLog.values())
          .as("lines of one request in the log")
          .allSatisfy(lines -> assertThat(lines).hasSize(1));
      all.assertThat(server.wholeLog())
          .as("log of the server")
          .doesNotContain("NullPointerException", "ClassCastException", "IndexOutOfBounds");
      ServerVitals after =
          settled(
              server,
              (last, now) ->
                  now.heap() <= before.heap() + MORE_HEAP
                      && now.threads() <= before.threads() + MORE_THREADS);
      LOG.info("before: {}, after: {}", before, after);
      all.assertThat(after.heap())
          .as(() -> "heap before: " + before + "\n" + ServerVitals.largest(server.pid()))
          .isLessThanOrEqualTo(before.heap() + MORE_HEAP);
      all.assertThat(after.threads())
          .as("threads")
          .isLessThanOrEqualTo(before.threads() + MORE_THREADS);
      all.assertThatCode(controlSession::assertUsable)
          .as("control session after the load")
          .doesNotThrowAnyException();
      all.assertAll();
    }
  }

  private static void report(List<RuleViolation> findings, ServerProcess server) {
    if (!findings.isEmpty()) {
      StringBuilder text = new StringBuilder("Again with -Dfuzz.seed=" + SEED + "\n\n");
      findings.forEach(finding -> text.append(finding).append('\n'));
      throw new AssertionError(
          text
              + "Log of the server, without stack frames of libraries:\n"
              + server
                  .wholeLog()
                  .lines()
                  .filter(line -> !line.startsWith("\tat ") || line.contains("everythingmcp"))
                  .filter(line -> isAbout(line, text))
                  .limit(LOG_LINES)
                  .collect(Collectors.joining("\n")));
    }
  }

  /** Returns false for request log lines of requests that no violation mentions. */
  private static boolean isAbout(String line, CharSequence violations) {
    Matcher number = NUMBER.matcher(line);
    return !number.find() || violations.toString().contains(number.group() + ",");
  }

  /** Returns the lines of the request log by the number of the request. */
  private static Map<String, List<String>> requestLog(String log) {
    return log.lines()
        .filter(line -> NUMBER.matcher(line).find())
        .collect(Collectors.groupingBy(FuzzIT::number));
  }

  private static String number(String line) {
    Matcher number = NUMBER.matcher(line);
    return number.find() ? number.group() : line;
  }

  /** Returns the measurements once they satisfy the condition, or after the retention times. */
  private static ServerVitals settled(
      ServerProcess server, BiPredicate<ServerVitals, ServerVitals> enough) {
    AtomicReference<ServerVitals> last = new AtomicReference<>();
    try {
      await()
          .atMost(FORGETTING)
          .pollDelay(Duration.ZERO)
          .pollInterval(LOOK)
          .until(
              () -> {
                ServerVitals now = ServerVitals.of(server.pid());
                return enough.test(last.getAndSet(now), now);
              });
    } catch (ConditionTimeoutException late) {
      LOG.info("Not settled after {}", FORGETTING);
    }
    return last.get();
  }
}
