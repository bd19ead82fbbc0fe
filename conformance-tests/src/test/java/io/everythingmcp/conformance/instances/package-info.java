/**
 * Several instances of the server on one Redis: what one of them began, another one goes on with.
 *
 * <p>Each instance is a process of its own, and dies by SIGKILL, so that nothing in it can say
 * good-bye. Where a {@link io.everythingmcp.conformance.harness.Fleet} stands behind its balancer,
 * each single request of a client goes to another instance than the one before.
 *
 * <ul>
 *   <li>{@code …RoundRobinIT}: every feature of both eras, each request elsewhere. To see a flow
 *       that is not in here, such as one of OAuth, do the same: run its test with {@code
 *       -Deverything.instances=3}, which puts three instances behind a balancer in the place of
 *       every server that a test starts
 *   <li>{@link io.everythingmcp.conformance.instances.ChaosIT}, {@link
 *       io.everythingmcp.conformance.instances.RollingRestartIT}: under load
 *   <li>{@link io.everythingmcp.conformance.instances.DeathIT}: what becomes of the work of the
 *       dead
 *   <li>{@link io.everythingmcp.conformance.instances.RedisTroubleIT}: Redis away, hanging, slow,
 *       full, and its connections cut
 *   <li>{@link io.everythingmcp.conformance.instances.RoundTripsIT}: what requests cost in Redis
 * </ul>
 *
 * <p>What is promised is written in {@code docs/operate/redis.md}.
 */
package io.everythingmcp.conformance.instances;
