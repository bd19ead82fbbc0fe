package io.everythingmcp.check.run;

import io.everythingmcp.check.fault.ServerChange;
import org.eclipse.jetty.server.Handler;

/** Server of a run, without a port. */
public interface RunServer extends AutoCloseable {
  /** Returns the handler for paths below the base URI of the run. */
  Handler handler();

  /** Notifies the clients subscribed to a change. */
  void announce(ServerChange change);

  @Override
  void close();
}
