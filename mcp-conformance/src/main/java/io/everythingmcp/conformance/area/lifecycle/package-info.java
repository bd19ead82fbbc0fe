/**
 * Sessions of revisions 2025-03-26 to 2025-11-25: their beginning, their ids, their end.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle">Lifecycle</a>
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">Session
 *     management</a>
 */
package io.everythingmcp.conformance.area.lifecycle;
