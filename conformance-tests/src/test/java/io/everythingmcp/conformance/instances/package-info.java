/**
 * Several instances of the server on one Redis: each instance continues the work of the others.
 *
 * <p>Each instance is a separate process, and is ended with SIGKILL, so that it cannot clean up.
 * Behind the load balancer of a {@link io.everythingmcp.conformance.harness.ServerFleet},
 * consecutive requests of a client are processed by different instances.
 *
 * <ul>
 *   <li>{@code …RoundRobinIT}: every feature of both eras, each request at another instance. For a
 *       flow that is not covered here, such as one of OAuth, run its test with {@code
 *       -Deverything.instances=3}, which replaces every server of a test by three instances behind
 *       a load balancer
 *   <li>{@link io.everythingmcp.conformance.instances.ChaosIT}, {@link
 *       io.everythingmcp.conformance.instances.RollingRestartIT}: under load
 *   <li>{@link io.everythingmcp.conformance.instances.InstanceFailureIT}: in-flight requests of a
 *       failed instance
 *   <li>{@link io.everythingmcp.conformance.instances.RedisOutageIT}: Redis unavailable, stalled,
 *       slow, full, and its connections closed
 *   <li>{@link io.everythingmcp.conformance.instances.RoundTripsIT}: number of Redis commands per
 *       request
 * </ul>
 *
 * <p>The documented behaviour is in {@code docs/operate/redis.md}.
 */
package io.everythingmcp.conformance.instances;
