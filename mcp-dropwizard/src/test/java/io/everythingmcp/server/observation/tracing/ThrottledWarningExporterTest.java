package io.everythingmcp.server.observation.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Warnings about an unavailable collector. */
class ThrottledWarningExporterTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ThrottledWarningExporter.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
  private boolean unavailable = true;
  private final ThrottledWarningExporter exporter =
      new ThrottledWarningExporter(new Collector(), clock::get);

  /** Collector that is available or not. */
  private final class Collector implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return unavailable
          ? CompletableResultCode.ofExceptionalFailure(new java.net.ConnectException("refused"))
          : CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  @BeforeEach
  void attachAppender() {
    logger.setLevel(Level.INFO);
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void detachAppender() {
    logger.detachAppender(logged);
    logger.setLevel(null);
  }

  private void send(int count) {
    exporter.export(java.util.Collections.nCopies(count, null));
  }

  @Test
  void outageIsOneWarningPerInterval() {
    send(2);
    send(3);
    clock.addAndGet(ThrottledWarningExporter.SILENCE.toNanos() - 1);
    send(4);
    assertThat(logged.list).hasSize(1);
    clock.addAndGet(1);
    send(5);
    assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Spans cannot be sent, 2 are lost: java.net.ConnectException: refused",
            "Spans cannot be sent, 14 are lost: java.net.ConnectException: refused");
    assertThat(logged.list).extracting(ILoggingEvent::getThrowableProxy).containsOnlyNulls();
  }

  @Test
  void recoveryIsReportedAndRepeatedOutageWarns() {
    send(2);
    unavailable = false;
    send(1);
    send(1);
    unavailable = true;
    send(1);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getLevel)
        .isEqualTo(List.of(Level.WARN, Level.INFO, Level.WARN));
  }
}
