package io.everythingmcp.server.observation.tracing;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.event.EventLogger;
import io.everythingmcp.server.observation.CardinalityLimiter;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.wire.RpcMessage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Creates a span for each completed request. */
final class SpanRecorder implements Consumer<CompletedOperation> {
  private static final String CALL = "tools/call";

  /** Errors that the model receives as a result; a required URL elicitation is not an error. */
  private static final Set<String> SHOWN =
      Set.of(
          CompletedOperation.TOOL_ERROR,
          CompletedOperation.word(ErrorKind.INVALID_TOOL_ARGUMENTS),
          CompletedOperation.word(ErrorKind.MISSING_CLIENT_CAPABILITY));

  private static final TextMapGetter<JsonNode> META = (meta, key) -> meta.path(key).textValue();

  private final Tracer tracer;
  private final CurrentCatalog catalog;

  /**
   * Creates the recorder.
   *
   * @param catalog the registered features
   */
  SpanRecorder(Tracer tracer, CurrentCatalog catalog) {
    this.tracer = tracer;
    this.catalog = catalog;
  }

  @Override
  public void accept(CompletedOperation operation) {
    RpcMessage.Request request = operation.request();
    String method = CardinalityLimiter.method(request.method());
    String target = CardinalityLimiter.target(request, catalog.current());
    boolean named = !target.isEmpty() && !target.equals(CardinalityLimiter.OTHER);
    long end = now();
    Span span =
        tracer
            .spanBuilder(named ? method + " " + target : method)
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent(request))
            .setStartTimestamp(end - operation.nanos(), TimeUnit.NANOSECONDS)
            .startSpan();
    if (span.isRecording()) {
      request(span, request, method, named ? target : null);
      sender(span, operation);
      result(span, operation);
    }
    span.end(end, TimeUnit.NANOSECONDS);
  }

  /** Returns the parent span of the client; none if it is missing or invalid. */
  private static Context parent(RpcMessage.Request request) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), request.params().path("_meta"), META);
  }

  private static long now() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  /** Sets the attributes of the request. An attribute without a value is omitted. */
  private void request(Span span, RpcMessage.Request request, String method, String target) {
    span.setAttribute(SpanAttributes.METHOD, method);
    span.setAttribute(SpanAttributes.ID, request.id().asText());
    if (method.equals(CALL)) {
      span.setAttribute(SpanAttributes.DOES, "execute_tool");
      span.setAttribute(SpanAttributes.TOOL, target);
    } else if (target != null) {
      span.setAttribute(SpanAttributes.PROMPT, target);
    } else if (method.startsWith("resources/")) {
      span.setAttribute(SpanAttributes.RESOURCE, resource(request.params().path("uri").asText()));
    }
  }

  /** A URI that fits a template has values of the client in it, so it is not named. */
  private String resource(String uri) {
    return catalog.current().resource(uri).isPresent() ? uri : null;
  }

  private static void sender(Span span, CompletedOperation operation) {
    boolean pipe = operation.channel() == IncomingMessage.Channel.STDIO;
    span.setAttribute(SpanAttributes.VERSION, operation.revision().date());
    span.setAttribute(SpanAttributes.TRANSPORT, pipe ? "pipe" : "tcp");
    span.setAttribute(SpanAttributes.PROTOCOL, pipe ? null : "http");
    span.setAttribute(SpanAttributes.TENANT, operation.caller().tenant().orElse(null));
    if (operation.session() != null) {
      span.setAttribute(SpanAttributes.SESSION, EventLogger.shortened(operation.session()));
    }
  }

  /** The message of an error stays here: it may repeat what the client sent. */
  private static void result(Span span, CompletedOperation operation) {
    if (operation.code() != 0) {
      String code = Integer.toString(operation.code());
      span.setAttribute(SpanAttributes.STATUS, code);
      failed(span, code);
    } else if (CompletedOperation.CANCELLED.equals(operation.error())) {
      failed(span, CompletedOperation.CANCELLED);
    } else if (operation.error() != null && SHOWN.contains(operation.error())) {
      failed(span, CompletedOperation.TOOL_ERROR);
    }
  }

  private static void failed(Span span, String type) {
    span.setAttribute(SpanAttributes.ERROR, type);
    span.setStatus(StatusCode.ERROR);
  }
}
