package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Client ID metadata documents. */
public class MetadataDocumentConfiguration {
  @NotNull private OnOffSetting enabled = OnOffSetting.ON;

  @NotNull private OnOffSetting loopback = OnOffSetting.OFF;

  @NotNull
  @MinDataSize(1)
  @MaxDataSize(value = 1, unit = DataSizeUnit.GIBIBYTES)
  private DataSize maxSize = DataSize.kibibytes(5);

  @NotNull
  @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS)
  private Duration timeout = Duration.seconds(5);

  /** Enables client ID metadata documents. */
  @JsonProperty
  public OnOffSetting getEnabled() {
    return enabled;
  }

  @JsonProperty
  public void setEnabled(OnOffSetting enabled) {
    this.enabled = enabled;
  }

  /**
   * Allows such documents on loopback over http; for development, rejected unless the issuer is on
   * loopback.
   */
  @JsonProperty
  public OnOffSetting getLoopback() {
    return loopback;
  }

  @JsonProperty
  public void setLoopback(OnOffSetting loopback) {
    this.loopback = loopback;
  }

  /** Maximum size of such a document. */
  @JsonProperty
  public DataSize getMaxSize() {
    return maxSize;
  }

  @JsonProperty
  public void setMaxSize(DataSize maxSize) {
    this.maxSize = maxSize;
  }

  /** Total timeout of fetching it. */
  @JsonProperty
  public Duration getTimeout() {
    return timeout;
  }

  @JsonProperty
  public void setTimeout(Duration timeout) {
    this.timeout = timeout;
  }
}
