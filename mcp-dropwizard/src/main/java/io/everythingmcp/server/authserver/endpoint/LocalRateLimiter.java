package io.everythingmcp.server.authserver.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** Rate limiter of this process. */
public final class LocalRateLimiter {
  private static final int MOST = 100_000;

  private final int times;
  private final Duration period;
  private final Cache<String, Bucket> buckets;

  /** So many times per period, each. */
  public LocalRateLimiter(int times, Duration period) {
    this.times = times;
    this.period = period;
    this.buckets = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(period).build();
  }

  /** Counts one event and returns the waiting time if the limit is exceeded. */
  public Optional<Duration> wait(String who) {
    ConsumptionProbe probe = buckets.get(who, key -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
        .build();
  }
}
