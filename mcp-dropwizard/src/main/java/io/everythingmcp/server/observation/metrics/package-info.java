/**
 * What this instance measures, in the format of Prometheus, on the admin port.
 *
 * <p>Names are those of the OpenTelemetry conventions for MCP where they have one, written as
 * Prometheus wants it: {@code mcp.server.operation.duration} is {@code
 * mcp_server_operation_duration_seconds}. The rest begins with {@code mcp_server_} too.
 *
 * <p>A label has a bounded number of values: what clients can make up, the names of tools and
 * methods for example, counts as {@code _other} unless this server knows it.
 *
 * <p>Nothing in here is on the way of a request but a few additions. Everything is named in {@code
 * docs/reference/metrics.md}, and a test compares.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/">Semantic conventions for
 *     MCP</a>
 */
package io.everythingmcp.server.observation.metrics;
