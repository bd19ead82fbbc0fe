/**
 * Protection of all endpoints against exhaustion of threads or memory: bodies are received without
 * blocking a thread, with limits for time and size ({@link
 * io.everythingmcp.server.edge.RequestBody}, {@link io.everythingmcp.server.edge.BodyRules}),
 * connections are limited ({@link io.everythingmcp.server.edge.ConnectionBounds}), and the address
 * of a client behind a trusted proxy is determined ({@link
 * io.everythingmcp.server.edge.ForwardedAddress}).
 *
 * <p>This is the only package that uses Jetty's own requests. It is independent of the protocol.
 */
package io.everythingmcp.server.edge;
