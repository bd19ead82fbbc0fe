package io.everythingmcp.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import jakarta.validation.constraints.NotNull;

/** What is checked before a message is understood. */
public class EdgeConfiguration {
  @NotNull private String allowedHosts = "";

  @NotNull private String corsOrigins = "*";

  @NotNull private DataSize maxRequestSize = DataSize.megabytes(10);

  /**
   * Values of the Host header that are served, separated by commas; empty for those of the base
   * URI.
   */
  @JsonProperty
  public String getAllowedHosts() {
    return allowedHosts;
  }

  @JsonProperty
  public void setAllowedHosts(String allowedHosts) {
    this.allowedHosts = allowedHosts;
  }

  /**
   * Origins of web pages that may read answers, separated by commas; * for all, without
   * credentials.
   */
  @JsonProperty
  public String getCorsOrigins() {
    return corsOrigins;
  }

  @JsonProperty
  public void setCorsOrigins(String corsOrigins) {
    this.corsOrigins = corsOrigins;
  }

  /** How long a body may be. */
  @JsonProperty
  public DataSize getMaxRequestSize() {
    return maxRequestSize;
  }

  @JsonProperty
  public void setMaxRequestSize(DataSize maxRequestSize) {
    this.maxRequestSize = maxRequestSize;
  }
}
