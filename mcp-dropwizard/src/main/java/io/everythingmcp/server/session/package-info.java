/**
 * Sessions: who owns them, what was negotiated in them, and the log of everything that was said on
 * their streams.
 *
 * <p>A session is a record in the store, found by its id <em>and</em> its owner: for anybody else
 * it does not exist. It lives as long as it is used, five minutes by default, and an open stream
 * counts as use.
 *
 * <p>Everything the server says to a client on a stream is first an entry in that stream's log.
 * Whichever instance holds the client's connection reads the log and writes what it finds; so a
 * client that comes back with {@code Last-Event-ID}, on any instance, gets what it missed, and an
 * instance that dies takes no message with it.
 *
 * <p>Only the stateful era uses this package; operations may look at it.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">Session
 * management</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability
 * and redelivery</a>.
 */
package io.everythingmcp.server.session;
