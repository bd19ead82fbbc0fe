/**
 * Stateless era: revision 2026-07-28, over Streamable HTTP and stdio.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.StatelessEra} is the entry point. Every
 * request contains its revision, the client capabilities and the requested log level. Its headers
 * are checked against its body ({@code header}); then it becomes a {@link
 * io.everythingmcp.server.protocol.stateless.StatelessEraRequest}, which runs a method. The
 * response is one JSON object, or an SSE stream without resumption if messages precede it. A client
 * that closes the connection cancels the request.
 *
 * <p>A feature that requires input returns input requests ({@code mrtr}); the client repeats the
 * request with its responses. Change notifications are sent on streams of their own ({@code
 * subscription}).
 *
 * <p>Between requests only the storage of features is retained. So any instance serves any request,
 * and lists never depend on previous calls.
 *
 * <p>Only this package and the application class depend on it: it can be deleted. Specification: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol</a> and <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 * HTTP</a>. Decisions where the specification is open are in {@code docs/learn/stateless.md}.
 */
package io.everythingmcp.server.protocol.stateless;
