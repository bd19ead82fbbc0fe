package io.everythingmcp.check.fault;

/**
 * Something that a run does on purpose. One object for each run, which remembers what has happened;
 * it is asked about one request at a time.
 */
public interface RunFault {
  /** Decides about a request before it reaches the server. */
  void meet(RunCall call, FaultScene scene);

  /** Does it at the next chance, because the person wants it; nothing where it cannot. */
  default void provoke() {}
}
