/**
 * Events of a server for operators: start and stop, tokens and servers, sessions, tool calls,
 * transport errors.
 *
 * <p>Publishing to the {@link io.everythingmcp.api.event.ServerEventBus} never blocks and never
 * fails. Each listener has its own bounded queue, so that a slow one affects neither the request
 * nor other listeners; events that exceed the queue are counted and dropped.
 *
 * <p>{@link io.everythingmcp.server.event.EventRelay} relays events between instances for an
 * operator who watches any of them. Frequent events are relayed only while there are watchers.
 *
 * <p>This package is independent of HTTP and the protocol. Events never contain a token, only its
 * first eight characters.
 */
package io.everythingmcp.server.event;
