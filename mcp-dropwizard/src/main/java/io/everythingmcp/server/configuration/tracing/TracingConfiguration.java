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
   * The collector, which takes OTLP over HTTP, in protobuf; {@code /v1/traces} is added. Empty to
   * have no traces.
   */
  @JsonProperty
  public String getEndpoint() {
    return endpoint;
  }

  @JsonProperty
  public void setEndpoint(String endpoint) {
    this.endpoint = endpoint;
  }

  /** Headers that the collector requires with each request, for example an API key; secret. */
  @JsonProperty
  public String getHeaders() {
    return headers;
  }

  @JsonProperty
  public void setHeaders(String headers) {
    this.headers = headers;
  }

  /** Service name in traces; empty for the name of the server. */
  @JsonProperty
  public String getServiceName() {
    return serviceName;
  }

  @JsonProperty
  public void setServiceName(String serviceName) {
    this.serviceName = serviceName;
  }

  /** Ratio of traces without a parent that are sampled; a parent decides for its traces. */
  @JsonProperty
  public double getSampleRatio() {
    return sampleRatio;
  }

  @JsonProperty
  public void setSampleRatio(double sampleRatio) {
    this.sampleRatio = sampleRatio;
  }

  /** How long a span waits for others that are sent with it. */
  @JsonProperty
  public Duration getInterval() {
    return interval;
  }

  @JsonProperty
  public void setInterval(Duration interval) {
    this.interval = interval;
  }

  /** How long the collector may take. */
  @JsonProperty
  public Duration getTimeout() {
    return timeout;
  }

  @JsonProperty
  public void setTimeout(Duration timeout) {
    this.timeout = timeout;
  }
}
