package io.everythingmcp.server.limit;

import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.Ids;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what callers do on one route, over all instances. */
public final class RateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimiter.class);

  private final StoredBuckets buckets;
  private final BucketConfiguration configuration;
  private final String prefix;
  private final Rate rate;

  /**
   * A limiter.
   *
   * @param route what is limited, for the names of keys
   * @param rate how often; limited
   */
  public RateLimiter(Store store, String route, Rate rate) {
    this.rate = rate;
    this.buckets = new StoredBuckets(store, rate.period().multipliedBy(2));
    this.prefix = route + ":" + rate.tokens() + "-" + rate.period().toSeconds() + ":";
    this.configuration =
        BucketConfiguration.builder()
            .addLimit(
                limit -> limit.capacity(rate.tokens()).refillGreedy(rate.tokens(), rate.period()))
            .build();
  }

  /**
   * What became of an attempt.
   *
   * @param allowed whether it may go on
   * @param limit how many there may be
   * @param remaining how many more there may be now
   * @param reset after which time all of them may be again
   * @param retry after which time the next one may be; zero where it is allowed
   */
  public record Verdict(
      boolean allowed, long limit, long remaining, Duration reset, Duration retry) {}

  /** Somebody does it once more. */
  public Verdict attempt(String caller) {
    try {
      ConsumptionProbe probe =
          buckets
              .getProxy(prefix + Ids.digest(caller), () -> configuration)
              .tryConsumeAndReturnRemaining(1);
      return new Verdict(
          probe.isConsumed(),
          rate.tokens(),
          probe.getRemainingTokens(),
          Duration.ofNanos(probe.getNanosToWaitForReset()),
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    } catch (StoreUnavailableException e) {
      LOG.debug("Nobody is limited while the store is away", e);
      return new Verdict(true, rate.tokens(), rate.tokens(), Duration.ZERO, Duration.ZERO);
    }
  }
}
