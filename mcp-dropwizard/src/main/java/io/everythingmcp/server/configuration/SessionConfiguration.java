package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Limits and timeout of sessions. */
public class SessionConfiguration {
  @NotNull
  @MinDuration(value = 50, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration timeout = Duration.minutes(5);

  @NotNull
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration ping = Duration.seconds(0);

  @Min(1)
  private int max = 10_000;

  @Min(1)
  private int maxPerCaller = 100;

  /** Idle timeout of a session; a session with an open stream is not idle. */
  @JsonProperty
  public Duration getTimeout() {
    return timeout;
  }

  @JsonProperty
  public void setTimeout(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * Interval of {@code ping} to a client with an open stream; after three without a response its
   * connections are closed. {@code 0s} disables it.
   */
  @JsonProperty
  public Duration getPingInterval() {
    return ping;
  }

  @JsonProperty
  public void setPingInterval(Duration ping) {
    this.ping = ping;
  }

  /** Maximum number of sessions on all instances. */
  @JsonProperty
  public int getMax() {
    return max;
  }

  @JsonProperty
  public void setMax(int max) {
    this.max = max;
  }

  /** Maximum number of sessions of one authenticated caller. */
  @JsonProperty
  public int getMaxPerCaller() {
    return maxPerCaller;
  }

  @JsonProperty
  public void setMaxPerCaller(int maxPerCaller) {
    this.maxPerCaller = maxPerCaller;
  }
}
