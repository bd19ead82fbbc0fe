/**
 * Stateful era: revisions 2024-11-05 to 2025-11-25, over Streamable HTTP, HTTP+SSE and stdio.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateful.StatefulEra} is the entry point. A request
 * becomes a {@link io.everythingmcp.server.protocol.stateful.StatefulEraRequest}, which runs a
 * method and writes its messages to a {@link
 * io.everythingmcp.server.protocol.stateful.stream.ResponseStream}: one JSON response, or an SSE
 * stream if messages precede it.
 *
 * <p>Messages of a stream are first appended to its log ({@code session}). An {@link
 * io.everythingmcp.server.protocol.stateful.stream.EventStreamWriter} reads the log and writes to
 * the current connection. So the instance that sends and the instance that holds the connection may
 * differ.
 *
 * <p>A feature that requires input is suspended: {@link
 * io.everythingmcp.server.protocol.stateful.ServerToClientRequests} stores its continuation, and
 * the instance that receives the last response resumes it. No thread waits.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateful.revision.RevisionView} is the only place that
 * adapts messages to earlier revisions.
 *
 * <p>Only this package and the application class depend on it: it can be deleted. Specification: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 * and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle">Lifecycle</a>.
 */
package io.everythingmcp.server.protocol.stateful;
