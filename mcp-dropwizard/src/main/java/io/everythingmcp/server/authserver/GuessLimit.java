package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.endpoint.CallLimit;
import io.everythingmcp.server.limit.SharedRateLimiter;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits wrong credentials: after too many of them, credentials are rejected without comparison for
 * a while.
 *
 * @param guesses the rate limiter; empty for no limit
 */
record GuessLimit(Optional<SharedRateLimiter> guesses) implements CallLimit {
  private static final int UNAUTHORIZED = 401;

  @Override
  public Optional<Duration> before(String address) {
    return guesses.flatMap(limiter -> limiter.waitFrom(address));
  }

  @Override
  public Optional<Duration> after(String address, int status) {
    if (status == UNAUTHORIZED) {
      guesses.ifPresent(limiter -> limiter.attemptFrom(address));
    }
    return Optional.empty();
  }
}
