/**
 * Streamable HTTP and HTTP+SSE: status codes, headers, streams, limits. Each test sends one request
 * and checks the complete response.
 *
 * <p>Source of the rules: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">Transports</a>.
 */
package io.everythingmcp.conformance.http;
