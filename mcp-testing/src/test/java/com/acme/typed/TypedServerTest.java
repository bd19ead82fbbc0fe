package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import io.everythingmcp.testing.UnexpectedResponseException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typed features in a server, in all revisions. */
class TypedServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static McpTestServer server;

  @BeforeAll
  static void start() {
    server = TypedServer.start(AnnotatedFeatures.of(new ShopTools(), new OfficeTools(false)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static McpTestClient client(Revisions revisions, Object... answers) {
    Map<String, Object> known = new java.util.HashMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      known.put((String) answers[i], answers[i + 1]);
    }
    return TypedServer.client(server, revisions, known);
  }

  @ParameterizedTest
  @EnumSource
  void recordIsStructuredContent(Revisions revisions) throws Exception {
    ToolCallResult quote = client(revisions).callTool("quote", Map.of("product", "tea"));
    assertThat(quote.structuredContent())
        .isEqualTo(JSON.readTree("{\"product\":\"tea\",\"size\":\"SMALL\",\"cents\":100}"));
    assertThat(JSON.readTree(quote.text())).isEqualTo(quote.structuredContent());
    JsonNode tools = client(revisions).request("tools/list", JSON.createObjectNode()).path("tools");
    assertThat(tools)
        .extracting(tool -> tool.path("name").asText())
        .containsExactly("order", "quote", "book", "count", "explode", "refuse");
    assertThat(tools.get(1).at("/outputSchema/properties/cents/type").asText())
        .isEqualTo("integer");
    assertThat(tools.get(1).at("/inputSchema/required")).isEqualTo(JSON.readTree("[\"product\"]"));
  }

  @ParameterizedTest
  @EnumSource
  void inputRequestHasATypedResponse(Revisions revisions) {
    Map<String, ?> order = Map.of("product", "tea", "count", 2);
    assertThat(client(revisions, "size", "LARGE").callTool("order", order).text())
        .isEqualTo("2 x tea in LARGE ordered");
    assertThat(client(revisions).callTool("order", order).text()).contains("declined");
  }

  @ParameterizedTest
  @EnumSource
  void inputRequestsAreSequential(Revisions revisions) throws Exception {
    Map<String, ?> arguments =
        Map.of("room", Map.of("name", "Oak", "seats", 4), "day", "2999-01-31");
    ToolCallResult booked =
        client(revisions, "name", "Ada", "email", "ada@example.com", "sure", true)
            .callTool("book", arguments);
    assertThat(booked.structuredContent())
        .isEqualTo(JSON.readTree("{\"room\":\"Oak\",\"day\":\"2999-01-31\",\"guests\":[\"Ada\"]}"));
    ToolCallResult unsure =
        client(revisions, "name", "Ada", "email", "ada@example.com", "sure", false)
            .callTool("book", arguments);
    assertThat(unsure.isError()).isTrue();
    assertThat(unsure.text()).isEqualTo("Not booked, as the user is not sure");
  }

  @ParameterizedTest
  @EnumSource
  void errorNamesTheArgument(Revisions revisions) {
    assertThat(client(revisions).callTool("order", Map.of("product", "tea", "count", 0)).text())
        .contains("Invalid arguments for tool order", "/count");
    Map<String, ?> past = Map.of("room", Map.of("name", "Oak", "seats", 4), "day", "1999-01-31");
    assertThat(client(revisions).callTool("book", past).text())
        .contains("/day: must be a future date");
    Map<String, ?> big = Map.of("product", "tea", "count", 99_999_999_999L);
    assertThat(client(revisions).callTool("order", big).text()).contains("/count: ");
    Map<String, ?> unnamed = Map.of("room", Map.of("name", " ", "seats", 4), "day", "2999-01-31");
    assertThat(client(revisions).callTool("book", unnamed).text()).contains("/room/name: ");
  }

  @ParameterizedTest
  @EnumSource
  void toolErrorIsReturnedAndOtherErrorsAreInternal(Revisions revisions) {
    ToolCallResult refused = client(revisions).callTool("refuse", Map.of());
    assertThat(refused.isError()).isTrue();
    assertThat(refused.text()).isEqualTo("The office is closed; try tomorrow");
    assertThatThrownBy(() -> client(revisions).callTool("explode", Map.of()))
        .isInstanceOf(UnexpectedResponseException.class)
        .hasMessageContaining("Tool explode failed")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @EnumSource
  void promptsAndResourcesAreTyped(Revisions revisions) {
    McpTestClient client = client(revisions);
    assertThat(
            client
                .getPrompt("invite", Map.of("guest", "Ada", "minutes", "15"))
                .at("/messages/0/content/text")
                .asText())
        .isEqualTo("Invite Ada for 15 minutes");
    assertThatThrownBy(() -> client.getPrompt("invite", Map.of("guest", "Ada", "minutes", "x")))
        .hasMessageContaining("/minutes: ");
    assertThat(client.readResource("office://about").at("/contents/0/text").asText())
        .isEqualTo("An office");
    assertThat(client.readResource("office://rooms/Oak/3").at("/contents/0/text").asText())
        .isEqualTo("{\"name\":\"Oak\",\"seats\":3}");
    assertThatThrownBy(() -> client.readResource("office://rooms/Oak/x"))
        .hasMessageContaining("Resource not found");
    assertThatThrownBy(() -> client.readResource("office://rooms/Oak/10"))
        .hasMessageContaining("Resource not found");
  }
}
