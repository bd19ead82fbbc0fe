package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.endpoint.CallLimit;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts requests of users separately from requests that fail before a user is involved, so that
 * many failing requests do not prevent users with the same address from logging in.
 */
final class UserRequestLimit implements CallLimit {
  private static final int FAILURE = 400;

  private final Optional<SharedRateLimiter> requests;
  private final Optional<SharedRateLimiter> failures;

  /**
   * A limit.
   *
   * @param store counts, for all instances
   * @param rates how often
   */
  UserRequestLimit(StateStore store, ServerRates rates) {
    this.requests = SharedRateLimiter.of(store, "pages", rates.pages());
    this.failures = SharedRateLimiter.of(store, "failed", rates.failed());
  }

  @Override
  public Optional<Duration> before(String address) {
    return requests.flatMap(limiter -> limiter.waitFrom(address));
  }

  @Override
  public Optional<Duration> after(String address, int status) {
    return (status >= FAILURE ? failures : requests)
        .map(limiter -> limiter.attemptFrom(address))
        .filter(verdict -> !verdict.allowed())
        .map(SharedRateLimiter.Verdict::retry);
  }
}
