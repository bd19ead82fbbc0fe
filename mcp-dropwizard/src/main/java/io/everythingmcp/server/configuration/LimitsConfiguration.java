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

  /** A warning is logged at more sessions than this; 0 for never. */
  @JsonProperty
  public int getWarnSessions() {
    return warnSessions;
  }

  @JsonProperty
  public void setWarnSessions(int warnSessions) {
    this.warnSessions = warnSessions;
  }

  /** A warning is logged at more static tokens than this; 0 for never. */
  @JsonProperty
  public int getWarnTokens() {
    return warnTokens;
  }

  @JsonProperty
  public void setWarnTokens(int warnTokens) {
    this.warnTokens = warnTokens;
  }

  /** A warning is logged when more of the heap is in use than this; 0B for never. */
  @JsonProperty
  public DataSize getWarnHeap() {
    return warnHeap;
  }

  @JsonProperty
  public void setWarnHeap(DataSize warnHeap) {
    this.warnHeap = warnHeap;
  }
}
