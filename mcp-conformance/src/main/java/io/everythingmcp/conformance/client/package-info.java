/**
 * Clients of the suite: in a session ({@link io.everythingmcp.conformance.client.StatefulClient},
 * revisions up to 2025-11-25), without one ({@link
 * io.everythingmcp.conformance.client.StatelessClient}, 2026-07-28), or over the transport of
 * 2024-11-05 ({@link io.everythingmcp.conformance.client.HttpSseClient}).
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">Versioning</a>
 */
package io.everythingmcp.conformance.client;
