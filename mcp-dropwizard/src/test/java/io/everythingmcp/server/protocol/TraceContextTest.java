package io.everythingmcp.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of a request. */
class TraceContextTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String OTHER = "00-0af7651916cd43dd8448eb211c80319d-b7ad6b7169203331-01";

  private final OperationObservers operations = new OperationObservers();

  private static RpcMessage message(String json) {
    return RpcMessage.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private RpcMessage arrived(RpcMessage message, Map<String, String> headers) {
    operations.onMessage(
        new IncomingMessage(
            IncomingMessage.Channel.STREAMABLE_HTTP,
            IncomingMessage.HttpMethod.POST,
            RequestHeaders.of(headers),
            null,
            message,
            CallerIdentity.anonymous("none")));
    return message;
  }

  private static JsonNode params(RpcMessage message) {
    return ((RpcMessage.Request) message).params();
  }

  @Test
  void withoutTracingAMessageIsUnchanged() {
    RpcMessage message = message("{'jsonrpc':'2.0','id':1,'method':'ping'}");
    assertThat(params(arrived(message, Map.of("traceparent", PARENT))).isEmpty()).isTrue();
  }

  @Test
  void headersAreUsedIfMetadataNamesNoTrace() {
    operations.trace();
    RpcMessage message = message("{'jsonrpc':'2.0','id':1,'method':'ping'}");
    arrived(message, Map.of("traceparent", PARENT, "tracestate", "a=b"));
    assertThat(params(message))
        .isEqualTo(
            WireJson.tree(Map.of("_meta", Map.of("traceparent", PARENT, "tracestate", "a=b"))));
  }

  @Test
  void metadataHasPrecedence() {
    operations.trace();
    String meta =
        "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'_meta':{'traceparent':'%s'}}}";
    RpcMessage message = message(meta.formatted(OTHER));
    arrived(message, Map.of("traceparent", PARENT, "tracestate", "a=b"));
    assertThat(params(message))
        .isEqualTo(WireJson.tree(Map.of("_meta", Map.of("traceparent", OTHER))));
  }

  @Test
  void allRequestsOfABatchJoinTheTrace() {
    operations.trace();
    RpcMessage batch =
        message(
            "[{'jsonrpc':'2.0','id':1,'method':'ping'},{'jsonrpc':'2.0','method':'a'},"
                + "{'jsonrpc':'2.0','id':2,'method':'ping','params':{'_meta':{'a':1}}}]");
    arrived(batch, Map.of("traceparent", PARENT));
    assertThat(((RpcMessage.Batch) batch).messages())
        .filteredOn(RpcMessage.Request.class::isInstance)
        .hasSize(2)
        .allMatch(one -> params(one).path("_meta").path("traceparent").asText().equals(PARENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
  void invalidTraceparentIsIgnored(String header) {
    operations.trace();
    RpcMessage message = message("{'jsonrpc':'2.0','id':1,'method':'ping'}");
    assertThat(params(arrived(message, Map.of("traceparent", header))).isEmpty()).isTrue();
  }

  @Test
  void nonObjectMetadataIsUnchanged() {
    operations.trace();
    RpcMessage message = message("{'jsonrpc':'2.0','id':1,'method':'ping','params':{'_meta':3}}");
    assertThat(params(arrived(message, Map.of("traceparent", PARENT))).path("_meta").asInt())
        .isEqualTo(3);
  }
}
