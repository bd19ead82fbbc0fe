package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Rate limits, and thresholds for warnings. */
public class LimitsConfiguration {
  @Valid @NotNull private RateConfiguration rate = new RateConfiguration();

  @Min(0)
  private int warnSessions = 1_000;

  @Min(0)
  private int warnTokens = 10_000;

  @NotNull private DataSize warnHeap = DataSize.megabytes(500);

  /** Rate limits. */
  @JsonProperty
  public RateConfiguration getRate() {
    return rate;
  }

  @JsonProperty
  public void setRate(RateConfiguration rate) {
    this.rate = rate;
  }

  /** Number of sessions above which a warning is logged; 0 disables it. */
  @JsonProperty
  public int getWarnSessions() {
    return warnSessions;
  }

  @JsonProperty
  public void setWarnSessions(int warnSessions) {
    this.warnSessions = warnSessions;
  }

  /** Number of static tokens above which a warning is logged; 0 disables it. */
  @JsonProperty
  public int getWarnTokens() {
    return warnTokens;
  }

  @JsonProperty
  public void setWarnTokens(int warnTokens) {
    this.warnTokens = warnTokens;
  }

  /** Heap in use above which a warning is logged; {@code 0B} disables it. */
  @JsonProperty
  public DataSize getWarnHeap() {
    return warnHeap;
  }

  @JsonProperty
  public void setWarnHeap(DataSize warnHeap) {
    this.warnHeap = warnHeap;
  }
}
