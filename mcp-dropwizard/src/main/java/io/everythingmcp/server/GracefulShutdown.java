package io.everythingmcp.server;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.transport.http.KeepAlive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Graceful shutdown: rejects new requests, closes streams so that clients reconnect to another
 * instance, and waits for running requests. Runs before Jetty waits for its connections, because
 * open streams would block it until its timeout.
 */
final class GracefulShutdown implements LifeCycle.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(GracefulShutdown.class);

  private final McpServer server;
  private final Supplier<List<McpServer>> otherServers;
  private final KeepAlive keepAlive;
  private final Duration grace;

  /**
   * Of these servers.
   *
   * @param server has the threads
   * @param others share them
   * @param grace maximum time for running requests to complete
   */
  GracefulShutdown(
      McpServer server, Supplier<List<McpServer>> others, KeepAlive keepAlive, Duration grace) {
    this.server = server;
    this.otherServers = others;
    this.keepAlive = keepAlive;
    this.grace = grace;
  }

  @Override
  public void lifeCycleStopping(LifeCycle event) {
    server.runtime().events().publish(new ServerEvent.Stopped());
    List<McpServer> all = new ArrayList<>(otherServers.get());
    all.add(server);
    all.forEach(McpServer::drain);
    long end = System.nanoTime() + grace.toNanos();
    int unfinished =
        all.stream()
            .mapToInt(
                one -> one.awaitRequests(Duration.ofNanos(Math.max(0, end - System.nanoTime()))))
            .sum();
    keepAlive.drain();
    if (unfinished > 0) {
      LOG.warn("{} requests did not finish within {} s", unfinished, grace.toSeconds());
    }
  }

  @Override
  public void lifeCycleStopped(LifeCycle event) {
    server.runtime().events().flush();
    otherServers.get().forEach(McpServer::close);
    server.close();
  }
}
