/**
 * Prometheus metrics of this instance, on the admin port.
 *
 * <p>Names follow the OpenTelemetry conventions for MCP where they exist, in the Prometheus
 * notation: {@code mcp.server.operation.duration} is {@code mcp_server_operation_duration_seconds}.
 * Other names start with {@code mcp_server_} too.
 *
 * <p>The number of label values is limited: client-supplied values, for example unknown names of
 * tools and methods, count as {@code _other}.
 *
 * <p>A request costs only a few additions. All metrics are listed in {@code
 * docs/reference/metrics.md}, which a test checks.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/">Semantic conventions for
 *     MCP</a>
 */
package io.everythingmcp.server.observation.metrics;
