package io.everythingmcp.idp.script;

import java.time.Duration;

/**
 * What happens to one request.
 *
 * @param status answered instead of what was asked for; 0 to answer as usual
 * @param delay waited before the answer
 */
public record InjectedFailure(int status, Duration delay) {
  public InjectedFailure {
    if (status != 0 && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("A failure has a status of 400 to 599, not " + status);
    }
    if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException("A delay is at most ten minutes, not " + delay);
    }
  }
}
