/**
 * Log formats: text for users or JSON for programs, both without secrets.
 *
 * <p>The server itself never logs a token, a code or a key. {@link
 * io.everythingmcp.server.observation.logging.LogRedaction} is an additional protection against
 * messages of libraries and exceptions: it processes the finished line.
 *
 * <p>{@link io.everythingmcp.server.observation.logging.RedactedRequestLog} writes a line for each
 * request, if enabled, with configured headers and never those with credentials.
 *
 * <p>Both are configured in {@code config.yml} and discovered by Dropwizard through {@code
 * META-INF/services}.
 */
package io.everythingmcp.server.observation.logging;
