/**
 * The way of messages from whoever speaks to whatever connection the client has.
 *
 * <p>A {@link io.everythingmcp.server.protocol.stateful.stream.ResponseStream} is where a request
 * puts what it has to say. It writes to the log of a stream ({@code session.StreamLog}). A {@link
 * io.everythingmcp.server.protocol.stateful.stream.EventStreamWriter} reads that log and writes to
 * an exchange. {@link io.everythingmcp.server.protocol.stateful.stream.SessionStreams} connects the
 * two, for a new stream, for a client that resumes one, and for the stream that belongs to no
 * request.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateful.stream.LocalActivityRegistry} knows what this
 * instance holds for a session, so that the end of a session, or a cancellation that arrived
 * elsewhere, reaches it.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#sending-messages-to-the-server">Sending
 * messages</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability</a>.
 */
package io.everythingmcp.server.protocol.stateful.stream;
