/**
 * HTTP transport, and the checks before a message is parsed.
 *
 * <p>Order of checks on an MCP endpoint: {@link
 * io.everythingmcp.server.transport.http.HostOriginFilter} (403), CORS preflight ({@link
 * io.everythingmcp.server.transport.http.CorsFilter}), authentication, then size and media types in
 * {@link io.everythingmcp.server.transport.http.McpServlet}. Messages are processed by {@code
 * protocol}.
 *
 * <p>The endpoints are servlets and not JAX-RS resources, which would halve the throughput. A
 * response that is available at once is sent on Jetty's thread; otherwise the thread is released
 * and {@link io.everythingmcp.server.transport.http.ServletExchange} writes later, without
 * blocking.
 *
 * <p>A disconnected client is detected only by writing, so {@link
 * io.everythingmcp.server.transport.http.KeepAlive} periodically writes a comment on every open
 * stream.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>.
 */
package io.everythingmcp.server.transport.http;
