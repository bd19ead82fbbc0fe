package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.endpoint.CallLimit;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts requests of people apart from requests that fail before a person has anything to do with
 * them: who sends many of the latter does not keep those who share an address from logging in.
 */
final class UserRequestLimit implements CallLimit {
  private static final int FAILURE = 400;

  private final Optional<SharedRateLimiter> people;
  private final Optional<SharedRateLimiter> failures;

  /**
   * A limit.
   *
   * @param store counts, for all instances
   * @param rates how often
   */
  UserRequestLimit(StateStore store, ServerRates rates) {
    this.people = SharedRateLimiter.of(store, "pages", rates.pages());
    this.failures = SharedRateLimiter.of(store, "failed", rates.failed());
  }

  @Override
  public Optional<Duration> before(String address) {
    return people.flatMap(limiter -> limiter.waitFrom(address));
  }

  @Override
  public Optional<Duration> after(String address, int status) {
    return (status >= FAILURE ? failures : people)
        .map(limiter -> limiter.attemptFrom(address))
        .filter(verdict -> !verdict.allowed())
        .map(SharedRateLimiter.Verdict::retry);
  }
}
