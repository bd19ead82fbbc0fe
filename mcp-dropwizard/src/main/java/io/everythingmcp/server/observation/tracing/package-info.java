/**
 * Traces: a span for each protocol request, exported to an OpenTelemetry collector.
 *
 * <p>A span is created at the end of its request from the data measured in any case: the eras do
 * not depend on it, and without a collector nothing is created. Its parent is the span in the
 * client's {@code _meta}, or else in the HTTP headers.
 *
 * <p>A span contains the operation, the duration and the kind of error, never the content of
 * request or response. Client-supplied names (methods, tools, URIs) are included only if this
 * server has them.
 *
 * <p>While the collector is unavailable, spans that exceed the queue are dropped; requests are not
 * affected.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/">Semantic conventions for
 *     MCP</a>
 */
package io.everythingmcp.server.observation.tracing;
