package io.everythingmcp.server.store.redis;

import java.time.Duration;

/** Lifetimes as arguments of Redis commands. */
final class RedisTtl {
  private RedisTtl() {}

  /** At least one millisecond: Redis refuses less. */
  static long millis(Duration ttl) {
    return Math.max(1, ttl.toMillis());
  }
}
