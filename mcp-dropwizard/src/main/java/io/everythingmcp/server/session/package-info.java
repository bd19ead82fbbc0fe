/**
 * Sessions: owner, negotiated revision, and the logs of their streams.
 *
 * <p>A session is a record in the store, found by its id <em>and</em> its owner: for other callers
 * it does not exist. It expires when unused, after five minutes by default; an open stream counts
 * as use.
 *
 * <p>Each message on a stream is first appended to the stream's log. The instance that holds the
 * client's connection reads the log and sends its events; so a client that reconnects with {@code
 * Last-Event-ID}, to any instance, receives the missed ones, and a failed instance loses no
 * message.
 *
 * <p>Only the stateful era uses this package; management may read it.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">Session
 * management</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability
 * and redelivery</a>.
 */
package io.everythingmcp.server.session;
