package io.everythingmcp.check.fault;

/**
 * Deliberate fault of a run. Its fields are its state: instances share them as JSON, so they are
 * numbers, texts, and lists, sets and maps of those, and what is constant is static. It is called
 * for one request at a time.
 */
public interface RunFault {
  /** Decides about a request before it reaches the server. */
  void meet(RunCall call, FaultScene scene);

  /**
   * Applies the fault at the next opportunity, on request of the user; ignored if it does not
   * apply.
   */
  default void provoke() {}
}
