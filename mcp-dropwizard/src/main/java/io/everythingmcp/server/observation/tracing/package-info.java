/**
 * Traces: a span for each request of the protocol, sent to a collector of OpenTelemetry.
 *
 * <p>A span is made when its request has ended, from what is measured about requests anyway: so the
 * eras know nothing of it, and where no collector is configured nothing of it exists. It is the
 * child of the span that the client names in {@code _meta}, or else in the headers of HTTP.
 *
 * <p>A span says what was done, how long it took and what kind of error came of it; never what was
 * sent, and never what was answered. What a client can make up (a method, a tool, a URI) is named
 * only if this server has it.
 *
 * <p>A collector that is away costs the spans that do not fit into a queue, and disturbs nothing.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/">Semantic conventions for
 *     MCP</a>
 */
package io.everythingmcp.server.observation.tracing;
