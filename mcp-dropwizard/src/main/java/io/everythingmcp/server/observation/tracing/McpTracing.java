package io.everythingmcp.server.observation.tracing;

import ch.qos.logback.classic.Level;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.protocol.OperationObservers;
import io.everythingmcp.server.wire.SecureIds;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Traces a server, and sends the spans in batches. */
public final class McpTracing implements AutoCloseable {
  private static final String SCOPE = "io.everythingmcp.server";

  /** Maximum length of client-supplied attributes, for example ids. */
  private static final int LONGEST = 256;

  /** So long the end of a server waits for the collector. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final SdkTracerProvider provider;

  McpTracing(Service service, double sampleRatio, SpanProcessor processor) {
    Attributes about =
        Attributes.builder()
            .put("service.name", service.name())
            .put("service.version", service.version())
            .put("service.instance.id", SecureIds.random())
            .build();
    this.provider =
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().merge(Resource.create(about)))
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampleRatio)))
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(LONGEST).build())
            .addSpanProcessor(processor)
            .build();
  }

  /**
   * The traced service.
   *
   * @param name its name
   * @param version its version
   */
  public record Service(String name, String version) {}

  /**
   * Export target of spans.
   *
   * @param url address for OTLP over HTTP, in protobuf
   * @param headers sent with each batch
   * @param interval maximum delay of a span in a batch
   * @param timeout timeout of an export
   */
  public record Collector(
      String url, Map<String, String> headers, Duration interval, Duration timeout) {}

  /**
   * Creates the tracing.
   *
   * @param sampleRatio ratio of the traces without a parent that are sampled, 0 to 1
   */
  public static McpTracing to(Collector collector, Service service, double sampleRatio) {
    disable();
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(collector.url())
            .setTimeout(collector.timeout())
            .setConnectTimeout(collector.timeout());
    collector.headers().forEach(exporter::addHeader);
    BatchSpanProcessor batches =
        BatchSpanProcessor.builder(new ThrottledWarningExporter(exporter.build(), System::nanoTime))
            .setScheduleDelay(collector.interval())
            .build();
    return new McpTracing(service, sampleRatio, batches);
  }

  /**
   * Silences the library's own error logs, which {@link ThrottledWarningExporter} replaces by one
   * line.
   */
  private static void disable() {
    if (LoggerFactory.getLogger("io.opentelemetry.exporter")
            instanceof ch.qos.logback.classic.Logger logger
        && logger.getLevel() == null) {
      logger.setLevel(Level.OFF);
    }
  }

  /**
   * Records a span of each request from now on.
   *
   * @param catalog the registered features
   */
  public void watch(OperationObservers operations, CurrentCatalog catalog) {
    operations.subscribe(new SpanRecorder(provider.get(SCOPE), catalog));
    operations.trace();
  }

  /** Exports the remaining spans, within the timeout. */
  @Override
  public void close() {
    provider.shutdown().join(GRACE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
