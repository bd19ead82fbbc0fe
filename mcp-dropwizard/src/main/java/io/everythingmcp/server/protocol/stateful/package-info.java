/**
 * The era of sessions: revisions 2024-11-05 to 2025-11-25, over Streamable HTTP, HTTP+SSE and
 * stdio.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateful.StatefulEra} is the way in. A request becomes
 * a {@link io.everythingmcp.server.protocol.stateful.StatefulRequestExecution}, which lets a method
 * do its work and puts what comes out on a {@link
 * io.everythingmcp.server.protocol.stateful.ReplyLine}: one JSON answer, unless something is said
 * before it; then a stream.
 *
 * <p>Everything on a stream goes through the stream's log first ({@code session}). A {@link
 * io.everythingmcp.server.protocol.stateful.StreamPump} reads the log and writes to whatever
 * connection there is. So it makes no difference which instance speaks and which one holds the
 * connection.
 *
 * <p>A feature that asks is put aside: {@link
 * io.everythingmcp.server.protocol.stateful.ServerToClientRequests} keeps what is needed to go on
 * in the store, and whichever instance gets the last answer goes on. No thread waits.
 *
 * <p>What an older revision does not know is left out or turned into what it knows in one place,
 * {@link io.everythingmcp.server.protocol.stateful.RevisionView}.
 *
 * <p>Nothing outside this package and the application class names it: it can be deleted. Where the
 * rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>
 * and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle">Lifecycle</a>.
 */
package io.everythingmcp.server.protocol.stateful;
