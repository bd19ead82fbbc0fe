/**
 * What happens to a server, for those who run it: it starts and stops, tokens and servers come and
 * go, sessions begin and end, tools are called, transports fail.
 *
 * <p>Whoever makes something happen tells {@link io.everythingmcp.api.event.ServerEventBus} and
 * goes on: telling never waits and never fails. Each listener has a mailbox of its own, so that a
 * slow one disturbs neither the request nor its neighbours; what does not fit into the box is
 * counted and lost.
 *
 * <p>{@link io.everythingmcp.server.event.EventRelay} carries events between instances, for an
 * operator who watches any of them. What happens often travels only while somebody watches.
 *
 * <p>Nothing in here knows HTTP or the protocol. Events never carry a token, only its first eight
 * characters.
 */
package io.everythingmcp.server.event;
