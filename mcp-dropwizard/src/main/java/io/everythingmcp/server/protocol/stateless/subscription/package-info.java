/**
 * Streams on which clients hear what changes: {@code subscriptions/listen}.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.subscription.SubscriptionStreamRegistry} is
 * the way in. A stream begins with what is honoured of the client's wishes, then has nothing but
 * what the client asked for, each message with the id of the request, and ends with the answer to
 * the request: when the server stops, or when the caller's authentication ends. Where the client
 * ends it, nothing more is said.
 *
 * <p>A stream belongs to the connection. Nothing about it is in the store, nothing is kept for a
 * client that went away, and whoever comes back reads the lists again. Changes of all instances
 * come over {@link io.everythingmcp.server.change.ChangeBus}.
 *
 * <p>No thread waits. A client that reads slowly costs a note per list and resource it listens to,
 * as a change that it has not read about yet is not written twice.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>.
 */
package io.everythingmcp.server.protocol.stateless.subscription;
