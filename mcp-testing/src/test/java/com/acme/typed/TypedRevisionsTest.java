package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import io.everythingmcp.testing.UnexpectedResponseException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same typed tools in each stateful revision, with what that revision has. */
class TypedRevisionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static McpTestServer server;

  @BeforeAll
  static void start() {
    server = TypedServer.start(AnnotatedFeatures.of(new ShopTools(), new OfficeTools(true)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static McpTestClient client(String revision) throws Exception {
    JsonNode accepted = JSON.readTree("{\"action\":\"accept\",\"content\":{\"size\":\"LARGE\"}}");
    McpTestClient client =
        McpTestClient.connect(server.endpoint(), revision, question -> Optional.of(accepted));
    assertThat(client.server().path("protocolVersion").asText()).isEqualTo(revision);
    return client;
  }

  private static boolean since(String revision, String first) {
    return revision.compareTo(first) >= 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void aResultIsATextAndStructuredContentWhereTheRevisionHasIt(String revision) throws Exception {
    ToolCallResult quote = client(revision).callTool("quote", Map.of("product", "tea"));
    JsonNode expected = JSON.readTree("{\"product\":\"tea\",\"size\":\"SMALL\",\"cents\":100}");
    assertThat(JSON.readTree(quote.text())).isEqualTo(expected);
    if (since(revision, "2025-06-18")) {
      assertThat(quote.structuredContent()).isEqualTo(expected);
    } else {
      assertThat(quote.json().has("structuredContent")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void definitionsHaveWhatTheRevisionHas(String revision) throws Exception {
    JsonNode tools = client(revision).request("tools/list", JSON.createObjectNode()).path("tools");
    JsonNode quote = tools.get(1);
    assertThat(quote.path("name").asText()).isEqualTo("quote");
    assertThat(quote.at("/inputSchema/properties/size/default").asText()).isEqualTo("SMALL");
    assertThat(quote.has("outputSchema")).isEqualTo(since(revision, "2025-06-18"));
    assertThat(quote.has("annotations")).isEqualTo(since(revision, "2025-03-26"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void aRefusedArgumentIsNamed(String revision) throws Exception {
    McpTestClient client = client(revision);
    Map<String, Object> wrong = Map.of("product", "tea", "size", "HUGE");
    if (since(revision, "2025-11-25")) {
      ToolCallResult refused = client.callTool("quote", wrong);
      assertThat(refused.isError()).isTrue();
      assertThat(refused.text()).contains("/size");
    } else {
      assertThatThrownBy(() -> client.callTool("quote", wrong))
          .isInstanceOf(UnexpectedResponseException.class)
          .hasMessageContaining("-32602")
          .hasMessageContaining("/size");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void theUserIsAskedWhereTheRevisionHasElicitation(String revision) throws Exception {
    ToolCallResult order = client(revision).callTool("order", Map.of("product", "tea", "count", 2));
    if (since(revision, "2025-06-18")) {
      assertThat(order.text()).isEqualTo("2 x tea in LARGE ordered");
    } else {
      assertThat(order.isError()).isTrue();
      assertThat(order.text()).contains("elicitation");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void promptsAndResourcesAreTheSame(String revision) throws Exception {
    McpTestClient client = client(revision);
    JsonNode prompt = client.getPrompt("invite", Map.of("guest", "Ada"));
    assertThat(prompt.at("/messages/0/content/text").asText())
        .isEqualTo("Invite Ada for 30 minutes");
    assertThat(client.readResource("office://rooms/north/3").at("/contents/0/text").asText())
        .contains("north");
  }
}
