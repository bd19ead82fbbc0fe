/**
 * Subscription streams: {@code subscriptions/listen}.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.subscription.SubscriptionStreamRegistry} is
 * the entry point. A stream starts with the accepted filter, then contains only matching
 * notifications, each with the subscription id, and ends with the response to the request when the
 * server stops or the caller's authentication ends. If the client cancels it, no further message is
 * sent.
 *
 * <p>A stream belongs to its connection. Nothing is stored for a disconnected client; after
 * reconnecting it reads the lists again. Changes of all instances arrive over {@link
 * io.everythingmcp.server.change.ChangeBus}.
 *
 * <p>No thread waits. For a slow client, one pending change per list and resource is retained.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>.
 */
package io.everythingmcp.server.protocol.stateless.subscription;
