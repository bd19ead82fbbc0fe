package io.everythingmcp.check.run;

/** Starts the servers of runs: ordinary servers, each for one run. */
@FunctionalInterface
public interface RunServers {
  /** Starts a server, which is closed when the run is deleted. */
  RunServer start(RunServerSettings settings);
}
