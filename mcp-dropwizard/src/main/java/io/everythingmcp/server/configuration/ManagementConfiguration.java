package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** How operators get in. */
public class ManagementConfiguration {
  @NotNull
  @Pattern(regexp = "[!-~]*", message = "must be visible ASCII, as it is sent in a header")
  private String token = "";

  /**
   * Bearer token for {@code /management} ({@code docs/operate/operations.md#management}); empty
   * disables it.
   */
  @JsonProperty
  public String getToken() {
    return token;
  }

  @JsonProperty
  public void setToken(String token) {
    this.token = token;
  }
}
