/**
 * Where traces go. Apart from {@link io.everythingmcp.server.configuration} only because that
 * package is full; the same rules hold: values, their defaults and what makes sense of them, and
 * nothing else.
 *
 * <p>The variables of the environment are those of OpenTelemetry, with the meaning they have there.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">Variables
 *     of OpenTelemetry</a>
 */
package io.everythingmcp.server.configuration.tracing;
