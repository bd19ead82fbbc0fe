package io.everythingmcp.server.configuration.tracing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.concurrent.TimeUnit;

/**
 * Export of traces and sampling.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/">OpenTelemetry Protocol
 *     exporter</a>, where the variables come from
 */
public class TracingConfiguration {
  @NotNull
  @Pattern(
      regexp = "(https?://[^/?#@\\s]+(/[^?#\\s]*)?)?",
      message = "must be an http or https URL without user, query and fragment: the collector")
  private String endpoint = "";

  @NotNull
  @Pattern(
      regexp = "([!#$%&'*+.^_`|~0-9A-Za-z-]+=([!-$&-+\\--~]|%[0-9A-Fa-f]{2})*(,\\s*(?!$)|$))*",
      message = "must be name=value, separated by commas; values are percent-encoded")
  private String headers = "";

  @NotNull private String serviceName = "";

  @DecimalMin("0")
  @DecimalMax("1")
  private double sampleRatio = 1;

  @NotNull
  @MinDuration(value = 10, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration interval = Duration.seconds(5);

  @NotNull
  @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration timeout = Duration.seconds(10);

  /**
   * OTLP/HTTP endpoint of the collector for traces ({@code docs/operate/operations.md#traces});
   * {@code /v1/traces} is appended. Empty disables tracing.
   */
  @JsonProperty
  public String getEndpoint() {
    return endpoint;
  }

  @JsonProperty
  public void setEndpoint(String endpoint) {
    this.endpoint = endpoint;
  }

  /** Headers for the collector: {@code name=value}, comma-separated, values percent-encoded. */
  @JsonProperty
  public String getHeaders() {
    return headers;
  }

  @JsonProperty
  public void setHeaders(String headers) {
    this.headers = headers;
  }

  /** Service name in traces; empty: {@code mcp.serverName}. */
  @JsonProperty
  public String getServiceName() {
    return serviceName;
  }

  @JsonProperty
  public void setServiceName(String serviceName) {
    this.serviceName = serviceName;
  }

  /**
   * Sampled fraction of traces that start here, 0 to 1; otherwise the parent decides ({@code
   * parentbased_traceidratio}).
   */
  @JsonProperty
  public double getSampleRatio() {
    return sampleRatio;
  }

  @JsonProperty
  public void setSampleRatio(double sampleRatio) {
    this.sampleRatio = sampleRatio;
  }

  /** Interval of batches of spans. */
  @JsonProperty
  public Duration getInterval() {
    return interval;
  }

  @JsonProperty
  public void setInterval(Duration interval) {
    this.interval = interval;
  }

  /** Timeout of the collector. */
  @JsonProperty
  public Duration getTimeout() {
    return timeout;
  }

  @JsonProperty
  public void setTimeout(Duration timeout) {
    this.timeout = timeout;
  }
}
