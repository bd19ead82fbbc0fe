package io.everythingmcp.api;

import java.time.Duration;

/**
 * Whether the client still wants the answer.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/cancellation">Cancellation</a>
 */
public interface CancellationToken {

  /** Whether the call was cancelled, or ran out of time. */
  boolean isCancelled();

  /**
   * Waits, as work that takes time would, but not longer than the client is interested.
   *
   * @return true if the call was cancelled, false if the time passed
   */
  boolean awaitCancellation(Duration time);
}
