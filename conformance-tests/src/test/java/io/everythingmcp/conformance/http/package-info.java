/**
 * Streamable HTTP and HTTP+SSE on the wire: status codes, headers, streams, limits. Each test sends
 * one thing and looks at everything that comes back.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>.
 */
package io.everythingmcp.conformance.http;
