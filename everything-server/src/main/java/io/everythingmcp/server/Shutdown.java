package io.everythingmcp.server;

import io.everythingmcp.server.event.ServerEvent;
import io.everythingmcp.server.transport.http.KeepAlive;
import java.time.Duration;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops in good order: new work is refused, streams end so that clients go elsewhere, running
 * requests may finish. All this before Jetty starts to wait for its connections, or it would wait
 * for streams that never end.
 */
final class Shutdown implements LifeCycle.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final McpServer server;
  private final KeepAlive keepAlive;
  private final Duration grace;

  Shutdown(McpServer server, KeepAlive keepAlive, Duration grace) {
    this.server = server;
    this.keepAlive = keepAlive;
    this.grace = grace;
  }

  @Override
  public void lifeCycleStopping(LifeCycle event) {
    server.runtime().events().tell(new ServerEvent.Stopped());
    server.drain();
    int unfinished = server.finish(grace);
    keepAlive.drain();
    LOG.info("Stopping; {} requests did not finish within {} s", unfinished, grace.toSeconds());
  }

  @Override
  public void lifeCycleStopped(LifeCycle event) {
    server.runtime().events().flush();
    server.close();
  }
}
