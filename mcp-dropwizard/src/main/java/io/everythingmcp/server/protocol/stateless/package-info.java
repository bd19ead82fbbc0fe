/**
 * The era without sessions: revision 2026-07-28, over Streamable HTTP and stdio.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.StatelessEra} is the way in. Every request
 * says itself which revision it speaks, what the client can be asked for, and how much it wants to
 * hear. Its headers are checked against its body ({@code header}); then it becomes a {@link
 * io.everythingmcp.server.protocol.stateless.StatelessRequestExecution}, which lets a method do its
 * work. What comes out goes back in one piece of JSON, unless something is said before it; then it
 * is a stream, which nobody can take up again. A client that closes the connection has cancelled
 * the request.
 *
 * <p>A feature that asks makes the answer a list of questions ({@code round}); the client sends the
 * request again with its answers. What changes for everybody is heard on streams of their own
 * ({@code listen}).
 *
 * <p>Nothing is remembered between two requests but what features keep for a caller. So any
 * instance serves any request, and what is listed never depends on what was called before.
 *
 * <p>Nothing outside this package and the application class names it: it can be deleted. Where the
 * rules are written: <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base
 * protocol</a> and <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 * HTTP</a>. Where they leave something open, {@code docs/learn/stateless.md} says what was decided.
 */
package io.everythingmcp.server.protocol.stateless;
