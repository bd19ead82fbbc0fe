package io.everythingmcp.api;

/**
 * Tells how far a call is.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/progress">Progress</a>
 */
@FunctionalInterface
public interface ProgressReporter {
  /** For calls whose client did not ask. */
  ProgressReporter NONE = (done, total, message) -> {};

  /**
   * Reports a step.
   *
   * @param done so far; what does not go beyond the last report is dropped, as the specification
   *     wants increase
   * @param total in the same unit, or null
   * @param message for people, or null
   */
  void report(double done, Double total, String message);
}
