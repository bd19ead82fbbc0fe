package io.everythingmcp.server.configuration.traffic;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The log of all messages, for development. It is refused at start on a public base URI. */
public class TrafficLogConfiguration {
  private boolean enabled = false;

  private boolean publicBaseUri = false;

  @Min(100)
  @Max(1_000_000)
  private int maxLength = 2_000;

  /**
   * A line per JSON-RPC message in and out, for development ({@code
   * docs/operate/operations.md#traffic-log}).
   */
  @JsonProperty
  public boolean isEnabled() {
    return enabled;
  }

  @JsonProperty
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * If {@code baseUri} is not on loopback, the traffic log is refused at start unless this is
   * {@code true} as well.
   */
  @JsonProperty
  public boolean isPublicBaseUri() {
    return publicBaseUri;
  }

  @JsonProperty
  public void setPublicBaseUri(boolean publicBaseUri) {
    this.publicBaseUri = publicBaseUri;
  }

  /** Maximum length of a logged message in characters; the rest is left out with a note. */
  @JsonProperty
  public int getMaxLength() {
    return maxLength;
  }

  @JsonProperty
  public void setMaxLength(int maxLength) {
    this.maxLength = maxLength;
  }
}
