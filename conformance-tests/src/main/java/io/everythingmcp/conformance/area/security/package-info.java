/**
 * What a server does not let itself be talked into: pages of other sites, other names of this
 * machine, bodies that are too much, paths that lead out.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#security-endpoint">Security
 *     and endpoint</a>
 */
package io.everythingmcp.conformance.area.security;
