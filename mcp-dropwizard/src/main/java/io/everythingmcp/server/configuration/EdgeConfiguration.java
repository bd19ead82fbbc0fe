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
   * Accepted values of the {@code Host} header, comma-separated, instead of that of {@code
   * baseUri}. If {@code baseUri} is on loopback, {@code localhost}, {@code 127.0.0.1} and {@code
   * [::1]} with the port are always accepted. {@code name:*} accepts any port.
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
   * Origins of web pages that may read responses, comma-separated; {@code *} for all, without
   * credentials. To send messages, an origin must be listed by name, be that of {@code baseUri}, or
   * be on loopback if {@code baseUri} is.
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
   * Additional request headers allowed to web pages, comma-separated; empty: the requested ones.
   */
  @JsonProperty
  public String getCorsHeaders() {
    return corsHeaders;
  }

  @JsonProperty
  public void setCorsHeaders(String corsHeaders) {
    this.corsHeaders = corsHeaders;
  }

  /** Maximum size of a request body. */
  @JsonProperty
  public DataSize getMaxRequestSize() {
    return maxRequestSize;
  }

  @JsonProperty
  public void setMaxRequestSize(DataSize maxRequestSize) {
    this.maxRequestSize = maxRequestSize;
  }

  /**
   * Maximum time to receive a request body, plus one second for each {@code edge.bodyRate}
   * received.
   */
  @JsonProperty
  public Duration getBodyTime() {
    return bodyTime;
  }

  @JsonProperty
  public void setBodyTime(Duration bodyTime) {
    this.bodyTime = bodyTime;
  }

  /** Amount of a request body that extends its maximum time by one second. */
  @JsonProperty
  public DataSize getBodyRate() {
    return bodyRate;
  }

  @JsonProperty
  public void setBodyRate(DataSize bodyRate) {
    this.bodyRate = bodyRate;
  }

  /** Maximum number of incomplete request bodies; half of it per address. */
  @JsonProperty
  public int getMaxSlowBodies() {
    return maxSlowBodies;
  }

  @JsonProperty
  public void setMaxSlowBodies(int maxSlowBodies) {
    this.maxSlowBodies = maxSlowBodies;
  }

  /** Maximum number of received bytes of incomplete request bodies; half of it per address. */
  @JsonProperty
  public DataSize getMaxSlowBytes() {
    return maxSlowBytes;
  }

  @JsonProperty
  public void setMaxSlowBytes(DataSize maxSlowBytes) {
    this.maxSlowBytes = maxSlowBytes;
  }

  /** Maximum number of connections; half of it per address. */
  @JsonProperty
  public int getMaxConnections() {
    return maxConnections;
  }

  @JsonProperty
  public void setMaxConnections(int maxConnections) {
    this.maxConnections = maxConnections;
  }

  /**
   * Addresses and networks ({@code 10.0.0.0/8}), comma-separated, of proxies ({@code
   * docs/reference/configuration.md#behind-a-proxy}) whose forwarding headers are trusted.
   */
  @JsonProperty
  public String getTrustedProxies() {
    return trustedProxies;
  }

  @JsonProperty
  public void setTrustedProxies(String trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /**
   * Host names allowed on the admin port besides {@code localhost} and IP addresses,
   * comma-separated.
   */
  @JsonProperty
  public String getAdminHosts() {
    return adminHosts;
  }

  @JsonProperty
  public void setAdminHosts(String adminHosts) {
    this.adminHosts = adminHosts;
  }
}
