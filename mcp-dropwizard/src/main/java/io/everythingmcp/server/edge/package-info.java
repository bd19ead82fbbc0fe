/**
 * What stands between the container and every endpoint, so that no stranger can hold a thread or
 * fill the memory: bodies are read without a thread that waits for them, within a time and a bound
 * ({@link io.everythingmcp.server.edge.RequestBody}, {@link
 * io.everythingmcp.server.edge.BodyRules}), connections are counted ({@link
 * io.everythingmcp.server.edge.ConnectionBounds}), and the address of a client behind a trusted
 * proxy is found ({@link io.everythingmcp.server.edge.ForwardedAddress}).
 *
 * <p>It is the one place that uses Jetty's own requests. It knows no protocol.
 */
package io.everythingmcp.server.edge;
