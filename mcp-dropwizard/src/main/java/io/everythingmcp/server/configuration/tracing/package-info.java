/**
 * Export of traces. Separate from {@link io.everythingmcp.server.configuration} only for its size;
 * the same rules apply.
 *
 * <p>The environment variables are those of OpenTelemetry, with the same meaning.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">Variables
 *     of OpenTelemetry</a>
 */
package io.everythingmcp.server.configuration.tracing;
