package io.everythingmcp.server.store.memory;

import java.time.Duration;

/** Moments on the monotonic clock, which no change of the wall clock disturbs. */
final class MonotonicExpiry {
  private MonotonicExpiry() {}

  static long after(Duration ttl) {
    return System.nanoTime() + ttl.toNanos();
  }

  static Duration remaining(long moment) {
    return Duration.ofNanos(Math.max(0, moment - System.nanoTime()));
  }

  static boolean isExpired(long moment) {
    return System.nanoTime() - moment >= 0;
  }
}
