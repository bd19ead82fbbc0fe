package io.everythingmcp.check.run;

/** Listener of a run. */
public interface RunListener {
  /**
   * Something was recorded.
   *
   * @param n the number of the exchange; 0 where the run has ended
   */
  void recorded(int n);

  /** The run was deleted. */
  void removed();
}
