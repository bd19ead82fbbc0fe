/**
 * Verbs and views for operators, under {@code /management}: a bearer token of its own opens them,
 * and without one configured they do not exist.
 *
 * <p>{@link io.everythingmcp.server.management.ManagementTokenFilter} stands in front of all paths,
 * resources and the stream of events alike. It is a servlet filter because the stream is a servlet:
 * {@code dropwizard-auth} would cover the JAX-RS half only, and a resource that forgot its
 * annotation would be open.
 *
 * <p>What concerns sessions is in {@code management.session}, which goes when the era of sessions
 * goes. Nothing in here decides about a message of the protocol.
 *
 * <p>Errors are written as OAuth writes them, {@code {"error", "message"}}, with the words that
 * scripts of other servers know.
 */
package io.everythingmcp.server.management;
