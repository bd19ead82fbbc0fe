package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Checks that precede the processing of a message. */
public class EdgeConfiguration {
  @NotNull private String allowedHosts = "";

  @NotNull private String corsOrigins = "*";

  @NotNull private String corsHeaders = "";

  @NotNull
  @MinDataSize(1)
  @MaxDataSize(value = 1, unit = DataSizeUnit.GIBIBYTES)
  private DataSize maxRequestSize = DataSize.megabytes(10);

  @NotNull
  @MinDuration(value = 1, unit = TimeUnit.SECONDS)
  private Duration bodyTime = Duration.seconds(30);

  @NotNull
  @MinDataSize(1)
  private DataSize bodyRate = DataSize.kibibytes(10);

  @Min(2)
  private int maxSlowBodies = 10_000;

  @NotNull
  @MinDataSize(1)
  private DataSize maxSlowBytes = DataSize.mebibytes(64);

  @Min(2)
  private int maxConnections = 20_000;

  @NotNull private String trustedProxies = "";

  @NotNull private String adminHosts = "";

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

  /**
   * Further headers that web pages may send, separated by commas; empty for those that they
   * request.
   */
  @JsonProperty
  public String getCorsHeaders() {
    return corsHeaders;
  }

  @JsonProperty
  public void setCorsHeaders(String corsHeaders) {
    this.corsHeaders = corsHeaders;
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

  /** How long a body may take, however short it is. */
  @JsonProperty
  public Duration getBodyTime() {
    return bodyTime;
  }

  @JsonProperty
  public void setBodyTime(Duration bodyTime) {
    this.bodyTime = bodyTime;
  }

  /** Number of received bytes that extend the timeout of a body by one second. */
  @JsonProperty
  public DataSize getBodyRate() {
    return bodyRate;
  }

  @JsonProperty
  public void setBodyRate(DataSize bodyRate) {
    this.bodyRate = bodyRate;
  }

  /** How many bodies may be waited for; from one address half of them. */
  @JsonProperty
  public int getMaxSlowBodies() {
    return maxSlowBodies;
  }

  @JsonProperty
  public void setMaxSlowBodies(int maxSlowBodies) {
    this.maxSlowBodies = maxSlowBodies;
  }

  /** Maximum number of received bytes of all pending bodies; half of it from one address. */
  @JsonProperty
  public DataSize getMaxSlowBytes() {
    return maxSlowBytes;
  }

  @JsonProperty
  public void setMaxSlowBytes(DataSize maxSlowBytes) {
    this.maxSlowBytes = maxSlowBytes;
  }

  /** How many connections there may be; from one address half of them. */
  @JsonProperty
  public int getMaxConnections() {
    return maxConnections;
  }

  @JsonProperty
  public void setMaxConnections(int maxConnections) {
    this.maxConnections = maxConnections;
  }

  /** Proxies that are believed about the addresses of their clients, separated by commas. */
  @JsonProperty
  public String getTrustedProxies() {
    return trustedProxies;
  }

  @JsonProperty
  public void setTrustedProxies(String trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /** Further names by which the admin port is reached, separated by commas. */
  @JsonProperty
  public String getAdminHosts() {
    return adminHosts;
  }

  @JsonProperty
  public void setAdminHosts(String adminHosts) {
    this.adminHosts = adminHosts;
  }
}
