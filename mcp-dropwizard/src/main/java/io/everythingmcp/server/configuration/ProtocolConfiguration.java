package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.everythingmcp.server.configuration.presentation.PageSizeConfiguration;
import io.everythingmcp.server.configuration.presentation.PresentationConfiguration;
import io.everythingmcp.server.configuration.traffic.TrafficLogConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** How the protocol is served. */
public class ProtocolConfiguration {
  @NotNull private EnabledEras eras = EnabledEras.BOTH;

  @NotNull private String endpointPath = "";

  private boolean fixtures = false;

  @NotNull private String serverName = "";

  @NotNull private String serverVersion = "";

  @Min(1)
  private int pageSize = 10;

  @Valid @NotNull private PageSizeConfiguration pageSizes = new PageSizeConfiguration();

  @NotNull
  @MinDuration(value = 10, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration requestTimeout = Duration.minutes(5);

  @NotNull
  @MinDataSize(1)
  @MaxDataSize(value = 1, unit = DataSizeUnit.GIBIBYTES)
  private DataSize maxOutputSize = DataSize.megabytes(10);

  @NotNull
  @MinDuration(value = 50, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration keepAlive = Duration.seconds(15);

  @NotNull
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration streamRetry = Duration.seconds(1);

  @NotNull
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration shutdownGrace = Duration.seconds(10);

  @NotNull private Threads virtualThreads = Threads.AUTO;

  @Valid @NotNull private PresentationConfiguration presentation = new PresentationConfiguration();

  @Valid @NotNull private TrafficLogConfiguration trafficLog = new TrafficLogConfiguration();

  @Valid @NotNull private SessionConfiguration sessions = new SessionConfiguration();

  /** {@code stateful} (2024-11-05 to 2025-11-25), {@code stateless} (2026-07-28), or both. */
  @JsonProperty
  public EnabledEras getEras() {
    return eras;
  }

  @JsonProperty
  public void setEras(EnabledEras eras) {
    this.eras = eras;
  }

  /**
   * Path of the Streamable HTTP endpoint, relative to {@code baseUri}; empty: that of the
   * application, {@code /mcp}.
   */
  @JsonProperty
  public String getEndpointPath() {
    return endpointPath;
  }

  @JsonProperty
  public void setEndpointPath(String endpointPath) {
    this.endpointPath = endpointPath;
  }

  /** Adds the features that the official conformance suite calls. */
  @JsonProperty
  public boolean isFixtures() {
    return fixtures;
  }

  @JsonProperty
  public void setFixtures(boolean fixtures) {
    this.fixtures = fixtures;
  }

  /** {@code serverInfo.name}; empty: the name of the application, {@code everything-server}. */
  @JsonProperty
  public String getServerName() {
    return serverName;
  }

  @JsonProperty
  public void setServerName(String serverName) {
    this.serverName = serverName;
  }

  /** {@code serverInfo.version}; empty: the version of the build. */
  @JsonProperty
  public String getServerVersion() {
    return serverVersion;
  }

  @JsonProperty
  public void setServerVersion(String serverVersion) {
    this.serverVersion = serverVersion;
  }

  /** Description of the server. */
  @JsonProperty
  public PresentationConfiguration getPresentation() {
    return presentation;
  }

  @JsonProperty
  public void setPresentation(PresentationConfiguration presentation) {
    this.presentation = presentation;
  }

  /** Entries per page of a list: tools, prompts, resources, resource templates, tasks. */
  @JsonProperty
  public int getPageSize() {
    return pageSize;
  }

  @JsonProperty
  public void setPageSize(int pageSize) {
    this.pageSize = pageSize;
  }

  /** How many entries a page holds of lists for which that is another number. */
  @JsonProperty
  public PageSizeConfiguration getPageSizes() {
    return pageSizes;
  }

  @JsonProperty
  public void setPageSizes(PageSizeConfiguration pageSizes) {
    this.pageSizes = pageSizes;
  }

  /** Timeout of a request; time spent waiting for user input is not counted. */
  @JsonProperty
  public Duration getRequestTimeout() {
    return requestTimeout;
  }

  @JsonProperty
  public void setRequestTimeout(Duration requestTimeout) {
    this.requestTimeout = requestTimeout;
  }

  /** Maximum size of a result; a larger one becomes an error. */
  @JsonProperty
  public DataSize getMaxOutputSize() {
    return maxOutputSize;
  }

  @JsonProperty
  public void setMaxOutputSize(DataSize maxOutputSize) {
    this.maxOutputSize = maxOutputSize;
  }

  /** Keep-alive interval of idle streams. A response that takes longer becomes an SSE stream. */
  @JsonProperty
  public Duration getKeepAlive() {
    return keepAlive;
  }

  @JsonProperty
  public void setKeepAlive(Duration keepAlive) {
    this.keepAlive = keepAlive;
  }

  /** {@code retry} of SSE streams: reconnection delay of a client whose stream was closed. */
  @JsonProperty
  public Duration getStreamRetry() {
    return streamRetry;
  }

  @JsonProperty
  public void setStreamRetry(Duration streamRetry) {
    this.streamRetry = streamRetry;
  }

  /** Grace period of in-flight requests at shutdown. */
  @JsonProperty
  public Duration getShutdownGrace() {
    return shutdownGrace;
  }

  @JsonProperty
  public void setShutdownGrace(Duration shutdownGrace) {
    this.shutdownGrace = shutdownGrace;
  }

  /** Virtual threads for blocking tools: {@code auto} (from Java 21), {@code on}, {@code off}. */
  @JsonProperty
  public Threads getVirtualThreads() {
    return virtualThreads;
  }

  @JsonProperty
  public void setVirtualThreads(Threads virtualThreads) {
    this.virtualThreads = virtualThreads;
  }

  /** The log of all messages, for development. */
  @JsonProperty
  public TrafficLogConfiguration getTrafficLog() {
    return trafficLog;
  }

  @JsonProperty
  public void setTrafficLog(TrafficLogConfiguration trafficLog) {
    this.trafficLog = trafficLog;
  }

  /** Limits and timeout of sessions. */
  @JsonProperty
  public SessionConfiguration getSessions() {
    return sessions;
  }

  @JsonProperty
  public void setSessions(SessionConfiguration sessions) {
    this.sessions = sessions;
  }

  /** When to use virtual threads. */
  public enum Threads {
    /** Where the JVM has them. */
    AUTO,
    /** Always; fails on a JVM without them. */
    ON,
    /** Never. */
    OFF
  }
}
