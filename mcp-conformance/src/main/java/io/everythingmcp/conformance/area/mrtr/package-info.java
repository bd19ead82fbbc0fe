/**
 * Multi round-trip requests of revision 2026-07-28: input requests, request state, and the repeated
 * request.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests</a>
 */
package io.everythingmcp.conformance.area.mrtr;
