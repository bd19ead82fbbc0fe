/**
 * What the tests are written with: a server as a real process, a client that hides nothing, a
 * Redis.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.harness.ServerLaunch} starts the packaged server,
 *       {@link io.everythingmcp.conformance.harness.ServerProcess} is one that runs, {@link
 *       io.everythingmcp.conformance.harness.SharedServer} gives all tests that want the same
 *       configuration the same process
 *   <li>{@link io.everythingmcp.conformance.harness.RawClient} sends exactly what a test says and
 *       shows exactly what came back, {@link io.everythingmcp.conformance.harness.SseStream} event
 *       by event
 *   <li>{@link io.everythingmcp.conformance.harness.McpSession} does the handshake and then gets
 *       out of the way
 *   <li>{@link io.everythingmcp.conformance.harness.RedisServer} is a store for several processes,
 *       {@link io.everythingmcp.conformance.harness.RedisCli} looks into it, {@link
 *       io.everythingmcp.conformance.harness.Wire} leads to it and can be cut
 *   <li>{@link io.everythingmcp.conformance.harness.Fleet} is several servers behind a {@link
 *       io.everythingmcp.conformance.harness.Balancer}; with {@code -Deverything.instances=3} every
 *       test meets such a fleet in the place of its server
 * </ul>
 *
 * <p>Nothing in here knows a class of the server: all of it speaks to processes.
 */
package io.everythingmcp.conformance.harness;
