/**
 * Requests in progress: progress notifications and cancellation.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/progress">Progress</a>
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/cancellation">Cancellation</a>
 */
package io.everythingmcp.conformance.area.requests;
