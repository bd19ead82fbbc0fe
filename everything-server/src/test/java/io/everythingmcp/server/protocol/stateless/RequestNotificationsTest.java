package io.everythingmcp.server.protocol.stateless;

import static io.everythingmcp.server.protocol.stateless.StatelessEraTest.tool;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** Progress and log messages before the response. */
class RequestNotificationsTest {
  private final StatelessHarness harness =
      new StatelessHarness(
          tool("trace", call -> RequestOutcome.text(String.valueOf(MDC.getCopyOfContextMap()))),
          tool(
              "talk",
              call -> {
                call.logger().log(LoggingLevel.DEBUG, "test", "fine");
                call.logger().log(LoggingLevel.WARNING, "test", Map.of("what", "bad"));
                call.progress().report(1, 2.0, "half");
                call.progress().report(1, 2.0, "not more");
                call.progress().report(0.5, null, "less");
                call.progress().report(2, 2.0, null);
                return RequestOutcome.text("said");
              }));

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void responseWithoutNotificationsIsJson() {
    RecordingExchange exchange = harness.call("talk", Map.of());
    assertThat(exchange.stream()).isFalse();
    assertThat(exchange.result().at("/content/0/text").asText()).isEqualTo("said");
  }

  @Test
  void progressMakesAStreamAndIncreases() {
    RecordingExchange exchange = harness.meta(Map.of("progressToken", 7)).call("talk", Map.of());
    assertThat(exchange.stream()).isTrue();
    assertThat(exchange.events())
        .allMatch(event -> event.id() == null && event.retry() == null && event.name() == null);
    assertThat(exchange.messages().subList(0, 2))
        .extracting(message -> message.at("/params/progress").asInt())
        .containsExactly(1, 2);
    assertThat(exchange.messages()).hasSize(3);
    assertThat(exchange.messages().get(0).at("/params/progressToken")).isEqualTo(WireJson.tree(7));
  }

  @Test
  void logMessagesHaveTheRequestedLevel() {
    assertThat(logs("debug")).hasSize(2);
    assertThat(logs("warning"))
        .singleElement()
        .matches(message -> message.at("/params/data/what").asText().equals("bad"));
    assertThat(logs("emergency")).isEmpty();
  }

  private List<JsonNode> logs(String level) {
    RecordingExchange exchange =
        harness.meta(Map.of("io.modelcontextprotocol/logLevel", level)).call("talk", Map.of());
    return exchange.stream()
        ? exchange.messages().subList(0, exchange.events().size() - 1)
        : List.of();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loud", "WARNING", ""})
  void invalidLevelIsRejected(String level) {
    RecordingExchange exchange =
        harness
            .meta(Map.of("io.modelcontextprotocol/logLevel", level))
            .send("tools/list", Map.of());
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.error().path("code").asInt()).isEqualTo(-32602);
  }

  @Test
  void traceIsInTheLogsOfTheTool() {
    String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    String text =
        harness
            .meta(Map.of("traceparent", parent, "tracestate", "a=b", "baggage", "c=d\nforged"))
            .call("trace", Map.of())
            .result()
            .at("/content/0/text")
            .asText();
    assertThat(text).contains(parent).contains("tracestate=a=b").doesNotContain("forged");
    assertThat(MDC.get("traceparent")).isNull();
    String none =
        harness
            .meta(Map.of("traceparent", "forged\nline", "tracestate", "a=b"))
            .call("trace", Map.of())
            .result()
            .at("/content/0/text")
            .asText();
    assertThat(none).doesNotContain("forged").doesNotContain("a=b");
  }
}
