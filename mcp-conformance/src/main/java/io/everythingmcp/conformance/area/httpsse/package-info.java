/**
 * Features of earlier revisions only: the transport HTTP+SSE of 2024-11-05, and the batches of
 * 2025-03-26.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse">HTTP
 *     with SSE</a>
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-03-26/basic#batching">Batching</a>
 */
package io.everythingmcp.conformance.area.httpsse;
