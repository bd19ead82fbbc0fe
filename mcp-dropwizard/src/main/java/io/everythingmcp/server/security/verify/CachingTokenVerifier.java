package io.everythingmcp.server.security.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Caches accepted tokens for {@code good}, never past expiry; rejected ones for {@code bad};
 * unavailability is not cached. Keys are the SHA-256 of the credential; the size is bounded.
 */
public final class CachingTokenVerifier implements TokenVerifier {
  private static final int KEPT = 10_000;

  private final TokenVerifier verifier;
  private final Clock clock;
  private final Duration half;
  private final Cache<String, CachedResult> verdicts;

  private record CachedResult(VerificationResult verdict, Instant since) {}

  /**
   * Creates a cache.
   *
   * @param good maximum time for accepted credentials
   * @param bad time for rejected ones; zero disables caching
   */
  public CachingTokenVerifier(TokenVerifier verifier, Duration good, Duration bad, Clock clock) {
    this.verifier = verifier;
    this.clock = clock;
    this.half = good.dividedBy(2);
    this.verdicts =
        Caffeine.newBuilder()
            .maximumSize(KEPT)
            .ticker(ticker(clock))
            .expireAfter(
                Expiry.<String, CachedResult>creating(
                    (key, known) ->
                        known.verdict() instanceof VerificationResult.Accepted a
                            ? shorter(good, a)
                            : bad))
            .build();
  }

  private static Ticker ticker(Clock clock) {
    return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
  }

  private Duration shorter(Duration good, VerificationResult.Accepted accepted) {
    Optional<Duration> left =
        accepted
            .caller()
            .expiry()
            .map(end -> Duration.between(clock.instant(), end.plus(TokenRules.SKEW)));
    Duration time = left.filter(rest -> rest.compareTo(good) < 0).orElse(good);
    return time.isNegative() ? Duration.ZERO : time;
  }

  @Override
  public VerificationResult verify(String credential) {
    String key = SecureIds.digest(credential);
    CachedResult known = verdicts.getIfPresent(key);
    return known == null ? verifyAndCache(key, credential) : known.verdict();
  }

  /** Verifies again after half of the time, so that periodic checks always find a valid result. */
  @Override
  public VerificationResult again(String credential) {
    String key = SecureIds.digest(credential);
    CachedResult known = verdicts.getIfPresent(key);
    return known == null || known.since().plus(half).isBefore(clock.instant())
        ? verifyAndCache(key, credential)
        : known.verdict();
  }

  private VerificationResult verifyAndCache(String key, String credential) {
    VerificationResult verdict = verifier.verify(credential);
    if (!(verdict instanceof VerificationResult.Unavailable)) {
      verdicts.invalidate(key);
      verdicts.put(key, new CachedResult(verdict, clock.instant()));
    }
    return verdict;
  }

  @Override
  public Optional<VerificationResult.Unavailable> unavailability() {
    return verifier.unavailability();
  }

  @Override
  public boolean isResponsibleFor(String credential) {
    return verifier.isResponsibleFor(credential);
  }
}
