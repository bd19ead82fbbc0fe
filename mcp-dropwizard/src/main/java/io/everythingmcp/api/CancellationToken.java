package io.everythingmcp.api;

import java.time.Duration;

/**
 * State of cancellation of one request. Thread-safe.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/cancellation">Cancellation</a>
 */
public interface CancellationToken {

  /** {@return whether the client cancelled the request or the request timed out} */
  boolean isCancelled();

  /**
   * Waits until the request is cancelled or the time has passed.
   *
   * @param time the longest time to wait
   * @return true if the call was cancelled, false if the time passed
   */
  boolean awaitCancellation(Duration time);
}
