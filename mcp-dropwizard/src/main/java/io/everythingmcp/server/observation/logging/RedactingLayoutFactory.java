package io.everythingmcp.server.observation.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.DropwizardLayout;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.TimeZone;

/** The layout {@code redacted} of an appender in {@code config.yml}: text or JSON. */
@JsonTypeName("redacted")
public final class RedactingLayoutFactory implements DiscoverableLayoutFactory<ILoggingEvent> {
  @NotNull private Format format = Format.TEXT;

  @NotEmpty private String pattern = "%-5level [%d] %logger{20}: %msg%n%rEx";

  /** How a line is written. */
  public enum Format {
    /** For users. */
    TEXT,
    /** For machines: one object per line. */
    JSON
  }

  /** How a line is written. */
  @JsonProperty
  public Format getFormat() {
    return format;
  }

  @JsonProperty
  public void setFormat(Format format) {
    this.format = format;
  }

  /** Returns the Logback pattern of a line. */
  @JsonProperty
  public String getPattern() {
    return pattern;
  }

  @JsonProperty
  public void setPattern(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone zone) {
    LayoutBase<ILoggingEvent> lines =
        format == Format.JSON ? json(context, zone) : text(context, zone);
    RedactingLayout redacting = new RedactingLayout(lines);
    redacting.setContext(context);
    return redacting;
  }

  private LayoutBase<ILoggingEvent> text(LoggerContext context, TimeZone zone) {
    DropwizardLayout layout = new DropwizardLayout(context, zone);
    layout.setPattern(pattern);
    return layout;
  }

  private static LayoutBase<ILoggingEvent> json(LoggerContext context, TimeZone zone) {
    TypedJsonLayout.Factory factory = new TypedJsonLayout.Factory();
    factory.setFlattenMdc(true);
    factory.setTimestampFormat("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    return factory.build(context, zone);
  }
}
