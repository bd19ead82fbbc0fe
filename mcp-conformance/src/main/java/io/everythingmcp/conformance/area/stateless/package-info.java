/**
 * Requests and responses of revision 2026-07-28: discovery, {@code _meta}, headers, versions, kinds
 * of result.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">Versioning</a>
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#server-validation">Server
 *     validation</a>
 */
package io.everythingmcp.conformance.area.stateless;
