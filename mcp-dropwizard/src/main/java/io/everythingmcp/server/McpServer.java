package io.everythingmcp.server;

import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.ServerRuntime;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A server, free of any transport.
 *
 * @param runtime what it works with
 * @param endpoint where messages arrive
 * @param stateful the stateful era, if enabled
 * @param stateless the stateless era, if enabled
 */
public record McpServer(
    ServerRuntime runtime,
    McpEndpoint endpoint,
    Optional<ProtocolEra> stateful,
    Optional<ProtocolEra> stateless)
    implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** Which eras are served. */
  public EnabledEras enabledEras() {
    return EnabledEras.BOTH.among(stateful.isPresent(), stateless.isPresent());
  }

  /** Stops accepting new requests. */
  public void drain() {
    eras().forEach(ProtocolEra::drain);
  }

  /** Returns the number of in-flight requests. */
  public int activeRequestCount() {
    return eras().mapToInt(ProtocolEra::activeRequestCount).sum();
  }

  /** How many sessions there are, on all instances; a few may have just expired. */
  public long sessionCount() {
    return eras().mapToLong(ProtocolEra::sessionCount).sum();
  }

  /**
   * Ends all sessions whose owner matches and returns their number.
   *
   * @param owner predicate on {@link io.everythingmcp.api.CallerIdentity#ownerKey}
   */
  public int terminateSessions(Predicate<String> owner) {
    return eras().mapToInt(era -> era.terminateSessions(owner)).sum();
  }

  /** Ends the sessions of an owner that were created with a grant and returns their number. */
  public int terminateSessions(String owner, String grant) {
    return eras().mapToInt(era -> era.terminateSessions(owner, grant)).sum();
  }

  /**
   * Waits for in-flight requests, at most for the grace period, and returns the number of requests
   * that did not finish.
   */
  public int awaitRequests(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    while (activeRequestCount() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return activeRequestCount();
  }

  private Stream<ProtocolEra> eras() {
    return Stream.concat(stateful.stream(), stateless.stream());
  }

  @Override
  public void close() {
    runtime.executor().close();
    runtime.store().close();
  }
}
