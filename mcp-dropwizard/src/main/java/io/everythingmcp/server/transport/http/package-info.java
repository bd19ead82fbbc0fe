/**
 * HTTP: bytes in, bytes out, and what must be checked before a byte is understood.
 *
 * <p>The order of checks on an MCP endpoint: {@link
 * io.everythingmcp.server.transport.http.HostOriginFilter} (403), CORS preflight ({@link
 * io.everythingmcp.server.transport.http.CorsFilter}), authentication, then size and media types in
 * {@link io.everythingmcp.server.transport.http.McpServlet}. What the message means is decided by
 * {@code protocol}.
 *
 * <p>The endpoints are servlets and not JAX-RS resources, because that costs half the speed.
 * Requests are answered on Jetty's thread if the answer is there at once; otherwise the thread goes
 * back and {@link io.everythingmcp.server.transport.http.ServletExchange} writes later, without
 * blocking.
 *
 * <p>A client that has gone is noticed only when something is written, so {@link
 * io.everythingmcp.server.transport.http.KeepAlive} writes a comment on every open stream now and
 * then.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>.
 */
package io.everythingmcp.server.transport.http;
