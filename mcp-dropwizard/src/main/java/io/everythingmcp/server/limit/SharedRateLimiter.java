package io.everythingmcp.server.limit;

import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.distributed.BucketProxy;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what callers do on one route, over all instances. */
public final class SharedRateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(SharedRateLimiter.class);

  private final StoredBuckets buckets;
  private final BucketConfiguration configuration;
  private final String prefix;
  private final RequestRate rate;

  /**
   * Creates a limiter.
   *
   * @param route name of the limited operation, for keys
   * @param rate the limit
   */
  public SharedRateLimiter(StateStore store, String route, RequestRate rate) {
    this.rate = rate;
    this.buckets = new StoredBuckets(store, rate.period().multipliedBy(2));
    this.prefix = route + ":" + rate.tokens() + "-" + rate.period().toSeconds() + ":";
    this.configuration =
        BucketConfiguration.builder()
            .addLimit(
                limit -> limit.capacity(rate.tokens()).refillGreedy(rate.tokens(), rate.period()))
            .build();
  }

  /** A limiter; empty where there is no limit. */
  public static Optional<SharedRateLimiter> of(StateStore store, String route, RequestRate rate) {
    return rate.limited()
        ? Optional.of(new SharedRateLimiter(store, route, rate))
        : Optional.empty();
  }

  /**
   * Decision about a request.
   *
   * @param allowed whether it is permitted
   * @param limit the maximum number
   * @param remaining how many more are permitted now
   * @param reset time until all of them are permitted
   * @param retry time until the next one is permitted; zero if it is permitted now
   */
  public record Verdict(
      boolean allowed, long limit, long remaining, Duration reset, Duration retry) {}

  /** Counts an attempt of a client identified by its address. */
  public Verdict attemptFrom(String address) {
    return attempt(named(address));
  }

  /** Returns the waiting time of an address; empty if the limit is not reached. Counts nothing. */
  public Optional<Duration> waitFrom(String address) {
    try {
      EstimationProbe probe = bucket(named(address)).estimateAbilityToConsume(1);
      return probe.canBeConsumed()
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    } catch (StoreUnavailableException e) {
      LOG.debug("Rate limits are disabled while the store is unavailable", e);
      return Optional.empty();
    }
  }

  private static String named(String address) {
    return "address " + ClientNetwork.of(address);
  }

  private BucketProxy bucket(String caller) {
    return buckets.getProxy(prefix + SecureIds.digest(caller), () -> configuration);
  }

  /** Counts an attempt of a caller. */
  public Verdict attempt(String caller) {
    try {
      ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
      return new Verdict(
          probe.isConsumed(),
          rate.tokens(),
          probe.getRemainingTokens(),
          Duration.ofNanos(probe.getNanosToWaitForReset()),
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    } catch (StoreUnavailableException e) {
      LOG.debug("Rate limits are disabled while the store is unavailable", e);
      return new Verdict(true, rate.tokens(), rate.tokens(), Duration.ZERO, Duration.ZERO);
    }
  }
}
