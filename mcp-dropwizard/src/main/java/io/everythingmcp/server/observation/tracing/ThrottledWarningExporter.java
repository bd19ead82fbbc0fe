package io.everythingmcp.server.observation.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports spans. Failures are logged, with limited frequency. */
final class ThrottledWarningExporter implements SpanExporter {
  /** Interval of warnings about an unavailable collector. */
  static final Duration SILENCE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(ThrottledWarningExporter.class);

  private final SpanExporter exporter;
  private final LongSupplier nanos;
  private long lostSpans;
  private long lastWarningAt;

  /**
   * Sends them.
   *
   * @param exporter by which way
   * @param nanos a clock, as {@link System#nanoTime}
   */
  ThrottledWarningExporter(SpanExporter exporter, LongSupplier nanos) {
    this.exporter = exporter;
    this.nanos = nanos;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int count = spans.size();
    CompletableResultCode result = exporter.export(spans);
    result.whenComplete(() -> ended(result, count));
    return result;
  }

  private synchronized void ended(CompletableResultCode result, int count) {
    if (result.isSuccess()) {
      if (lostSpans > 0) {
        LOG.info("The trace collector accepts spans again; {} were lost", lostSpans);
      }
      lostSpans = 0;
      return;
    }
    boolean first = lostSpans == 0;
    lostSpans += count;
    long now = nanos.getAsLong();
    if (first || now - lastWarningAt >= SILENCE.toNanos()) {
      lastWarningAt = now;
      LOG.warn("Spans cannot be sent, {} are lost: {}", lostSpans, reason(result));
    }
  }

  private static String reason(CompletableResultCode result) {
    Throwable failure = result.getFailureThrowable();
    Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
    return cause == null ? "the collector refused them" : cause.toString();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
