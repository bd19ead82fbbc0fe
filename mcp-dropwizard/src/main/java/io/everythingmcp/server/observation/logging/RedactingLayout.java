package io.everythingmcp.server.observation.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

/** Another layout, without the secrets. */
final class RedactingLayout extends LayoutBase<ILoggingEvent> {
  private final LayoutBase<ILoggingEvent> lines;

  RedactingLayout(LayoutBase<ILoggingEvent> lines) {
    this.lines = lines;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return LogRedaction.of(lines.doLayout(event));
  }

  @Override
  public void start() {
    lines.start();
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    lines.stop();
  }
}
