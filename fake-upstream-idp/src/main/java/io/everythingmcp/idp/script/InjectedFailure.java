package io.everythingmcp.idp.script;

import java.time.Duration;

/**
 * A failure of one request.
 *
 * @param status the status of the response, 400 to 599; 0 for the normal response
 * @param delay the delay of the response, at most ten minutes
 */
public record InjectedFailure(int status, Duration delay) {
  public InjectedFailure {
    if (status != 0 && (status < 400 || status > 599)) {
      throw new IllegalArgumentException(
          "The status of a failure must be 400 to 599, not " + status);
    }
    if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("A delay must be at most ten minutes, not " + delay);
    }
  }
}
