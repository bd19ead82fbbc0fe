package io.everythingmcp.server.protocol.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each request is measured once, also if its method was not called or not completed. */
class MeasuredRequestsTest {
  private static final String TOOL = "test_input_required_result_elicitation";

  private final StatelessHarness harness = new StatelessHarness(new UnserializableTool());
  private final List<CompletedOperation> measured = new CopyOnWriteArrayList<>();

  private static final class UnserializableTool implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder("unserializable", Map.of("type", "object")).build();
    }

    @Override
    public boolean isBlocking() {
      return false;
    }

    @Override
    public RequestOutcome call(RequestContext context) {
      return new RequestOutcome.Complete(Map.of("content", cycle()));
    }
  }

  /** Refers to itself, so that it has no JSON form. */
  private static Map<String, Object> cycle() {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("cycle", cycle);
    return cycle;
  }

  @BeforeEach
  void observe() {
    harness.declaring(Map.of("elicitation", Map.of()));
    harness.server().runtime().operations().subscribe(measured::add);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private CompletedOperation single() {
    assertThat(harness.server().activeRequestCount()).isZero();
    return assertThat(measured).singleElement().actual();
  }

  @Test
  void requestThatRequiresInputIsMeasuredOnce() {
    harness.overStdio();
    RecordingExchange exchange = harness.call(TOOL, Map.of());
    assertThat(exchange.response().at("/result/resultType").asText()).isEqualTo("input_required");
    assertThat(single().error()).isNull();
    measured.clear();
    assertThat(harness.call(TOOL, Map.of()).error().isMissingNode())
        .as("its id can be reused")
        .isTrue();
    assertThat(single().code()).isZero();
  }

  @Test
  void rejectedRequestStateIsMeasuredWithItsError() {
    RecordingExchange exchange =
        harness
            .send(
                "tools/call",
                Map.of("name", TOOL, "arguments", Map.of(), "requestState", "v1.forged"))
            .await();
    assertThat(exchange.error().path("code").asInt()).isEqualTo(-32602);
    assertThat(single().error()).isEqualTo("invalid_params");
  }

  @Test
  void resultThatCannotBeSerializedIsMeasuredAsInternalError() {
    RecordingExchange exchange = harness.call("unserializable", Map.of());
    assertThat(exchange.error().path("code").asInt()).isEqualTo(-32603);
    assertThat(single().error()).isEqualTo("internal_error");
  }

  @Test
  void failingObserverIsIsolated() {
    harness
        .server()
        .runtime()
        .operations()
        .subscribe(
            operation -> {
              throw new IllegalStateException("of the observer");
            });
    harness.call("echo", Map.of("message", "hi"));
    assertThat(single().error()).isNull();
  }
}
