package io.everythingmcp.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/** Who may come in. */
public class AuthConfiguration {
  @NotNull private Mode mode = Mode.NONE;

  /** How callers are authenticated. */
  @JsonProperty
  public Mode getMode() {
    return mode;
  }

  @JsonProperty
  public void setMode(Mode mode) {
    this.mode = mode;
  }

  /** How callers are authenticated. */
  public enum Mode {
    /** Not at all: everything is open. For this machine only. */
    NONE
  }
}
