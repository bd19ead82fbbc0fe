/**
 * Questions of revision 2026-07-28: a result that wants answers, a state that travels with it, and
 * the request that comes again.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
 *     round-trip requests</a>
 */
package io.everythingmcp.conformance.area.mrtr;
