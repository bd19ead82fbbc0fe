package io.everythingmcp.check.run;

import org.eclipse.jetty.server.Handler;

/** The server of a run, which has no port of its own. */
public interface RunServer extends AutoCloseable {
  /** Answers requests whose path begins behind the base URI of the run. */
  Handler handler();

  @Override
  void close();
}
