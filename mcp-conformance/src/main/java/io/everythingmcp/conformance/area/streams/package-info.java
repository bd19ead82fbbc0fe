/**
 * Streams of revisions with sessions: what may be on which stream, ids of events, and coming back
 * to a stream that broke.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability
 *     and redelivery</a>
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#multiple-connections">Multiple
 *     connections</a>
 */
package io.everythingmcp.conformance.area.streams;
