package io.everythingmcp.api;

import org.jspecify.annotations.Nullable;

/**
 * Reports the progress of a request ({@code notifications/progress}). Thread-safe.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/progress">Progress</a>
 */
@FunctionalInterface
public interface ProgressReporter {
  /** Discards all reports; used if the request has no {@code progressToken}. */
  ProgressReporter NONE = (done, total, message) -> {};

  /**
   * Reports progress.
   *
   * @param done progress so far; a value that does not increase is discarded
   * @param total total in the same unit, or null if unknown
   * @param message text for the user, or null
   */
  void report(double done, @Nullable Double total, @Nullable String message);
}
