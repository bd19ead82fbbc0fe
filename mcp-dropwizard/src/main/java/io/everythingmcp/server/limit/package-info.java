/**
 * Rate limits.
 *
 * <p>{@link io.everythingmcp.server.limit.SharedRateLimiter} has a token bucket for each route and
 * caller in the store, so that the limit applies to all instances together. The algorithm is
 * Bucket4j's; {@link io.everythingmcp.server.limit.StoredBuckets} adapts it to any store.
 *
 * <p>The limited callers and the responses are determined in {@code transport.http}. This package
 * is independent of HTTP. While the store is unavailable no request is limited: requests that need
 * it fail anyway.
 */
package io.everythingmcp.server.limit;
