package io.everythingmcp.server.protocol.stateful;

import static io.everythingmcp.server.protocol.stateful.StatefulConversation.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.TransportlessServer;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists that become empty or non-empty during a session. */
class EmptyListTest {
  private static final Tool ONLY =
      new Tool() {
        private final McpSchema.Tool definition =
            McpSchema.Tool.builder("only", Map.of("type", "object")).build();

        @Override
        public McpSchema.Tool definition() {
          return definition;
        }

        @Override
        public RequestOutcome call(RequestContext call) {
          return RequestOutcome.text("called");
        }
      };

  private static McpServer server() {
    return TransportlessServer.of(
        McpServerBundle.builder().switchableTools(List.of(ONLY)).build(), new McpConfiguration());
  }

  private static JsonNode capabilities(StatefulConversation conversation) {
    return conversation.handshake().at("/result/capabilities");
  }

  @Test
  void capabilityStaysDeclaredAndChangesAreNotified() {
    McpServer server = server();
    try (StatefulConversation before = StatefulConversation.open(server)) {
      RecordedDelivery listening = before.openGetStream();
      server.runtime().catalog().setToolEnabled("only", true);
      JsonNode full = before.execute(request(1, "tools/list", Map.of()));
      assertThat(full.at("/result/tools/0/name").asText()).isEqualTo("only");

      server.runtime().catalog().setToolEnabled("only", false);
      JsonNode empty = before.execute(request(2, "tools/list", Map.of()));
      assertThat(empty.at("/result/tools").isArray()).as(empty.toString()).isTrue();
      assertThat(empty.at("/result/tools")).isEmpty();
      await()
          .untilAsserted(
              () ->
                  assertThat(listening.messages())
                      .extracting(message -> message.path("method").asText())
                      .containsExactly(
                          "notifications/tools/list_changed", "notifications/tools/list_changed"));
      JsonNode call = before.execute(request(3, "tools/call", Map.of("name", "only")));
      assertThat(call.at("/error/code").asInt()).isEqualTo(-32602);

      StatefulConversation after = StatefulConversation.open(server);
      for (StatefulConversation each : List.of(before, after)) {
        assertThat(capabilities(each).at("/tools/listChanged").asBoolean()).isTrue();
        assertThat(capabilities(each).has("prompts")).isFalse();
        assertThat(capabilities(each).has("resources")).isFalse();
        assertThat(capabilities(each).has("completions")).isFalse();
      }
    }
  }
}
