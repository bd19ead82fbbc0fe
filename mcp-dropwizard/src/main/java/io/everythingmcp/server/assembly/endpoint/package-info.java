/**
 * The paths of the MCP endpoints, and what is registered for all of them: filters and servlets.
 *
 * <p>The endpoints are the default server, the HTTP+SSE transport, the servers of tenants and the
 * mounted servers. The installers of the root package add filters in the order in which requests
 * pass them; the ones that are common to all endpoints are added here: security headers, {@code
 * Host} and {@code Origin}, CORS.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports">Transports</a>
 */
package io.everythingmcp.server.assembly.endpoint;
