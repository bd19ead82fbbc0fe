/**
 * Security: pages of other origins, other host names of the local machine, too large bodies, path
 * traversal.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#security-endpoint">Security
 *     and endpoint</a>
 */
package io.everythingmcp.conformance.area.security;
