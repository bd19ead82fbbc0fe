package io.everythingmcp.check.run;

import java.util.Optional;

/** Starts the servers of runs: ordinary servers, each for one run. */
@FunctionalInterface
public interface RunServers {
  /** Starts a server, which is closed when the run is deleted. */
  RunServer start(RunServerSettings settings);

  /** Returns the store of the runs that several instances serve; empty if each has its own. */
  default Optional<RunStore> store() {
    return Optional.empty();
  }
}
