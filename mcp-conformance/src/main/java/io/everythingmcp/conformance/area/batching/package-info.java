/**
 * Batches of revision 2025-03-26.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-03-26/basic#batching">Batching</a>
 */
package io.everythingmcp.conformance.area.batching;
