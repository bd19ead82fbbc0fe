/**
 * Path of messages from their sender to the current connection of the client.
 *
 * <p>A request writes its messages to a {@link
 * io.everythingmcp.server.protocol.stateful.stream.ResponseStream}, which appends them to the log
 * of a stream ({@code session.StreamLog}). An {@link
 * io.everythingmcp.server.protocol.stateful.stream.EventStreamWriter} reads that log and writes to
 * an exchange. {@link io.everythingmcp.server.protocol.stateful.stream.SessionStreams} connects the
 * two for a new stream, for resumption, and for unsolicited messages.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateful.stream.LocalActivityRegistry} contains the
 * activities of a session on this instance, so that the end of a session, or a cancellation that
 * arrived elsewhere, reaches them.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#sending-messages-to-the-server">Sending
 * messages</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability</a>.
 */
package io.everythingmcp.server.protocol.stateful.stream;
