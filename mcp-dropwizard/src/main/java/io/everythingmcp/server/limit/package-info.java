/**
 * How often somebody may do something.
 *
 * <p>{@link io.everythingmcp.server.limit.SharedRateLimiter} keeps a bucket of tokens for each
 * route and caller in the store, so that all instances together allow what one would. The
 * arithmetic is Bucket4j's; {@link io.everythingmcp.server.limit.StoredBuckets} lets it work on any
 * store.
 *
 * <p>Who is limited, and what they are told, is decided at the edge, in {@code transport.http}.
 * Nothing in here knows HTTP. A store that is away limits nobody: what needs it fails anyway.
 */
package io.everythingmcp.server.limit;
