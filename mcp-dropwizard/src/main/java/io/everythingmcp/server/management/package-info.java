/**
 * Management API for operators under {@code /management}: it requires its own bearer token, and
 * does not exist unless one is configured.
 *
 * <p>{@link io.everythingmcp.server.management.ManagementTokenFilter} protects all paths, resources
 * and the event stream. It is a servlet filter because the stream is a servlet: {@code
 * dropwizard-auth} would cover only the JAX-RS part, and a resource without its annotation would be
 * open.
 *
 * <p>Session management is in {@code management.session}, which belongs to the stateful era. This
 * package does not process protocol messages.
 *
 * <p>Errors have the OAuth format {@code {"error", "message"}}.
 */
package io.everythingmcp.server.management;
