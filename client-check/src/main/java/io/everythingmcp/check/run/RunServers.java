package io.everythingmcp.check.run;

/** Starts the servers of runs: ordinary servers, each for one run. */
@FunctionalInterface
public interface RunServers {
  /** Starts one; it is closed when the run is forgotten. */
  RunServer start(RunServerSettings settings);
}
