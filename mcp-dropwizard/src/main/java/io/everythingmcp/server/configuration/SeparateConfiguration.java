package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.TimeUnit;

/** A separate authorization server: its URL, and introspection. */
public class SeparateConfiguration {
  /** Public default secret of both processes, for development. */
  public static final String DEVELOPMENT_SECRET = "development-only";

  @NotNull
  @Pattern(
      regexp = "https?://[^/?#\\s]+(/[^?#\\s]*)?",
      message = "must be an http or https URL without query: the issuer")
  private String url = "http://localhost:3001";

  @Min(0)
  @Max(65_535)
  private int port = 3_001;

  @Min(0)
  @Max(65_535)
  private int adminPort = 3_002;

  @NotNull private Verification verification = Verification.INTROSPECTION;
  @NotEmpty private String clientId = "everything-server";
  @NotEmpty private String clientSecret = DEVELOPMENT_SECRET;

  @NotNull
  @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration timeout = Duration.seconds(2);

  @NotNull
  @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration probe = Duration.seconds(5);

  @NotNull
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration cache = Duration.seconds(60);

  /** Issuer of the separate authorization server. The default follows {@code AUTH_SERVER_PORT}. */
  @JsonProperty
  public String getUrl() {
    return url;
  }

  @JsonProperty
  public void setUrl(String url) {
    this.url = url;
  }

  /** Its port, if it is run by this jar. */
  @JsonProperty
  public int getPort() {
    return port;
  }

  @JsonProperty
  public void setPort(int port) {
    this.port = port;
  }

  /** Its admin port. */
  @JsonProperty
  public int getAdminPort() {
    return adminPort;
  }

  @JsonProperty
  public void setAdminPort(int adminPort) {
    this.adminPort = adminPort;
  }

  /** How its tokens are verified: {@code introspection} or {@code jwks}. */
  @JsonProperty
  public Verification getVerification() {
    return verification;
  }

  @JsonProperty
  public void setVerification(Verification verification) {
    this.verification = verification;
  }

  /** Client id for introspection. */
  @JsonProperty
  public String getClientId() {
    return clientId;
  }

  @JsonProperty
  public void setClientId(String clientId) {
    this.clientId = clientId;
  }

  /**
   * Client secret for introspection; the default is rejected unless {@code baseUri} is on loopback.
   */
  @JsonProperty
  public String getClientSecret() {
    return clientSecret;
  }

  @JsonProperty
  public void setClientSecret(String clientSecret) {
    this.clientSecret = clientSecret;
  }

  /** Timeout of its responses. */
  @JsonProperty
  public Duration getTimeout() {
    return timeout;
  }

  @JsonProperty
  public void setTimeout(Duration timeout) {
    this.timeout = timeout;
  }

  /** Interval of the availability probe; every second while it is unavailable. */
  @JsonProperty
  public Duration getHealthCheckInterval() {
    return probe;
  }

  @JsonProperty
  public void setHealthCheckInterval(Duration probe) {
    this.probe = probe;
  }

  /** Time for which a positive verification result is cached. */
  @JsonProperty
  public Duration getCacheTtl() {
    return cache;
  }

  @JsonProperty
  public void setCacheTtl(Duration cache) {
    this.cache = cache;
  }

  /** How tokens are verified. */
  public enum Verification {
    /** By token introspection, which detects revocation (RFC 7662). */
    INTROSPECTION,
    /** By signature, with the published keys (RFC 7517). */
    JWKS
  }
}
