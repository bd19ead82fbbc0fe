/**
 * How log lines look: as text for people or as JSON for machines, and without secrets either way.
 *
 * <p>No code of this server logs a token, a code or a key on purpose. {@link
 * io.everythingmcp.server.observation.logging.LogRedaction} is the last line of defence, for what a
 * library or an exception says: it works on the finished line, so nothing gets around it.
 *
 * <p>{@link io.everythingmcp.server.observation.logging.RedactedRequestLog} writes a line for each
 * request, where that is switched on, with headers from a list and never those that hold
 * credentials.
 *
 * <p>Both are named in {@code config.yml} and found by Dropwizard through {@code
 * META-INF/services}.
 */
package io.everythingmcp.server.observation.logging;
