package io.everythingmcp.server.observation.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.OperationObservers;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes of the span of a request. */
class SpanRecorderTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String SESSION = "0123456789abcdef0123456789abcdef";
  private static final long NANOS = 5_000_000;

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final MemoryStore store = new MemoryStore();
  private final CurrentCatalog catalog =
      new CurrentCatalog(
          new FeatureCatalog(
              EverythingTools.all(),
              EverythingPrompts.all(),
              EverythingResources.all(),
              EverythingResources.templates()),
          List.of(),
          store,
          new ChangeBus(store));
  private OperationObservers operations;
  private McpTracing tracing;

  @BeforeEach
  void keepAll() {
    keep(1);
  }

  private void keep(double sampleRatio) {
    operations = new OperationObservers();
    tracing =
        new McpTracing(
            new McpTracing.Service("ours", "1.2"),
            sampleRatio,
            SimpleSpanProcessor.create(exporter));
    tracing.watch(operations, catalog);
  }

  @AfterEach
  void stop() {
    tracing.close();
    store.close();
  }

  private SpanData span(String method, Map<String, Object> params, String error, int code) {
    return span(
        new CompletedOperation(
            ProtocolRevision.V2025_11_25,
            IncomingMessage.Channel.STREAMABLE_HTTP,
            new RpcMessage.Request(WireJson.tree(7), method, WireJson.objectOf(params)),
            CallerIdentity.anonymousInTenant("acme"),
            SESSION,
            NANOS,
            error,
            code,
            null));
  }

  private SpanData span(CompletedOperation operation) {
    operations.publish(() -> operation);
    List<SpanData> all = exporter.getFinishedSpanItems();
    return all.get(all.size() - 1);
  }

  private static Map<String, Object> call(String tool) {
    return Map.of("name", tool, "arguments", Map.of("message", "secret"));
  }

  private static String value(SpanData span, String key) {
    return span.getAttributes().get(AttributeKey.stringKey(key));
  }

  @Test
  void callIsAServerSpanNamedAfterTheTool() {
    SpanData span = span("tools/call", call("echo"), null, 0);
    assertThat(span.getName()).isEqualTo("tools/call echo");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(NANOS);
    assertThat(span.getResource().getAttribute(AttributeKey.stringKey("service.name")))
        .isEqualTo("ours");
    assertThat(span.getResource().getAttribute(AttributeKey.stringKey("service.version")))
        .isEqualTo("1.2");
    assertThat(span.getAttributes().asMap())
        .containsOnly(
            entry("mcp.method.name", "tools/call"),
            entry("mcp.protocol.version", "2025-11-25"),
            entry("mcp.session.id", "01234567..."),
            entry("gen_ai.tool.name", "echo"),
            entry("gen_ai.operation.name", "execute_tool"),
            entry("jsonrpc.request.id", "7"),
            entry("network.transport", "tcp"),
            entry("network.protocol.name", "http"),
            entry("tenant", "acme"));
  }

  private static Map.Entry<AttributeKey<?>, Object> entry(String key, String value) {
    return Map.entry(AttributeKey.stringKey(key), value);
  }

  @Test
  void promptIsNamed() {
    String prompt = catalog.current().prompts().get(0).definition().name();
    SpanData span = span("prompts/get", Map.of("name", prompt), null, 0);
    assertThat(span.getName()).isEqualTo("prompts/get " + prompt);
    assertThat(value(span, "gen_ai.prompt.name")).isEqualTo(prompt);
    assertThat(value(span, "gen_ai.tool.name")).isNull();
  }

  @Test
  void resourceIsAnAttributeButNotInTheSpanName() {
    String uri = catalog.current().resources().get(0).definition().uri();
    SpanData span = span("resources/read", Map.of("uri", uri), null, 0);
    assertThat(span.getName()).isEqualTo("resources/read");
    assertThat(value(span, "mcp.resource.uri")).isEqualTo(uri);
  }

  @Test
  void unknownNamesAreOmitted() {
    List<SpanData> spans =
        List.of(
            span("made-up", Map.of(), "not_supported", -32601),
            span("tools/call", call("made-up"), "not_found", -32602),
            span("prompts/get", Map.of("name", "made-up"), "not_found", -32602),
            span("resources/read", Map.of("uri", "made-up://a"), "resource_not_found", -32002));
    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly("_other", "tools/call", "prompts/get", "resources/read");
    assertThat(spans.toString()).doesNotContain("made-up");
  }

  @Test
  void longIdIsTruncated() {
    CompletedOperation operation =
        new CompletedOperation(
            ProtocolRevision.V2026_07_28,
            IncomingMessage.Channel.STDIO,
            new RpcMessage.Request(WireJson.tree("i".repeat(5_000)), "ping", WireJson.object()),
            CallerIdentity.anonymous("stdio"),
            null,
            NANOS,
            null,
            0,
            null);
    SpanData span = span(operation);
    assertThat(value(span, "jsonrpc.request.id")).hasSize(256);
    assertThat(value(span, "network.transport")).isEqualTo("pipe");
    assertThat(value(span, "network.protocol.name")).isNull();
    assertThat(value(span, "mcp.session.id")).isNull();
    assertThat(value(span, "tenant")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "tool_error, 0, tool_error",
    "cancelled, 0, cancelled",
    "not_found, -32602, -32602",
    "timeout, -32603, -32603"
  })
  void errorHasItsTypeAndCode(String error, int code, String type) {
    SpanData span = span("tools/call", call("echo"), error, code);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(value(span, "error.type")).isEqualTo(type);
    assertThat(value(span, "rpc.response.status_code"))
        .isEqualTo(code == 0 ? null : Integer.toString(code));
  }

  @ParameterizedTest
  @EnumSource(names = {"INVALID_TOOL_ARGUMENTS", "MISSING_CLIENT_CAPABILITY"})
  void errorResultIsAToolError(ErrorKind kind) {
    SpanData span = span("tools/call", call("echo"), error(kind), 0);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(value(span, "error.type")).isEqualTo("tool_error");
  }

  private static String error(ErrorKind kind) {
    return CompletedOperation.error(RequestOutcome.failed(kind, "a message"));
  }

  @Test
  void requiredUrlElicitationIsNoError() {
    SpanData span = span("tools/call", call("echo"), error(ErrorKind.URL_ELICITATION_REQUIRED), 0);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(value(span, "error.type")).isNull();
  }

  @Test
  void clientSpanIsTheParent() {
    SpanData span = span("ping", meta("00-" + TRACE + "-" + PARENT + "-01"), null, 0);
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(PARENT);
    assertThat(span.getParentSpanContext().isRemote()).isTrue();
  }

  private static Map<String, Object> meta(String traceparent) {
    return Map.of("_meta", Map.of("traceparent", traceparent));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00-" + TRACE, "ff-" + TRACE + "-" + PARENT + "-01", "nonsense"})
  void invalidTraceparentStartsATrace(String wrong) {
    SpanData span = span("ping", meta(wrong), null, 0);
    assertThat(span.getParentSpanContext().isValid()).isFalse();
    assertThat(span.getTraceId()).isNotEqualTo(TRACE);
  }

  @Test
  void unsampledParentIsNotSampled() {
    operations.publish(() -> ping(meta("00-" + TRACE + "-" + PARENT + "-00")));
    assertThat(exporter.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void newTracesAreSampledByTheRatio() {
    keep(0);
    operations.publish(() -> ping(Map.of()));
    assertThat(exporter.getFinishedSpanItems()).isEmpty();
    operations.publish(() -> ping(meta("00-" + TRACE + "-" + PARENT + "-01")));
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
  }

  private static CompletedOperation ping(Map<String, Object> params) {
    return new CompletedOperation(
        ProtocolRevision.V2025_11_25,
        IncomingMessage.Channel.HTTP_SSE,
        new RpcMessage.Request(WireJson.tree(1), "ping", WireJson.objectOf(params)),
        CallerIdentity.anonymous("none"),
        SESSION,
        NANOS,
        null,
        0,
        null);
  }
}
