/**
 * Test harness: the server as a separate process, an HTTP client without hidden behaviour, Redis.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.harness.ServerLaunch} starts the packaged server,
 *       {@link io.everythingmcp.conformance.harness.ServerProcess} is a running server, {@link
 *       io.everythingmcp.conformance.harness.SharedServer} shares a process between all tests with
 *       the same configuration
 *   <li>{@link io.everythingmcp.conformance.harness.RawClient} sends exactly what a test specifies
 *       and returns exactly what was received, {@link
 *       io.everythingmcp.conformance.harness.SseStream} event by event
 *   <li>{@link io.everythingmcp.conformance.harness.McpSession} initializes a session and provides
 *       requests in it
 *   <li>{@link io.everythingmcp.conformance.harness.RedisServer} is a store for several processes,
 *       {@link io.everythingmcp.conformance.harness.RedisCli} reads it, {@link
 *       io.everythingmcp.conformance.harness.TcpProxy} interrupts connections to it
 *   <li>{@link io.everythingmcp.conformance.harness.ServerFleet} is several servers behind a {@link
 *       io.everythingmcp.conformance.harness.LoadBalancer}; with {@code -Deverything.instances=3}
 *       every test uses such a fleet instead of a single server
 * </ul>
 *
 * <p>The harness uses no class of the server: it communicates with processes.
 */
package io.everythingmcp.conformance.harness;
