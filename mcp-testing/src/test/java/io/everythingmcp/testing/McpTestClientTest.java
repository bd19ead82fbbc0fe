package io.everythingmcp.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of a tool with an input request, with and without a server. */
class McpTestClientTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> ACCEPTED =
      Map.of("action", "accept", "content", Map.of("name", "Ada"));
  private static final Tool GREET =
      Tool.of(
          McpSchema.Tool.builder("greet", Map.of("type", "object")).build(),
          McpTestClientTest::greet);

  private static McpTestServer server;

  private static final class GreetingApplication extends McpApplication {
    GreetingApplication() {
      super(McpServerBundle.builder().features(FeatureCatalog.of(GREET)).build());
    }
  }

  private static RequestOutcome greet(RequestContext call) {
    InputResponse answer = call.inputResponses().get("name");
    if (answer == null) {
      return RequestOutcome.InputRequired.of(
          "name",
          new InputRequest.FormElicitation(
              "Who are you?",
              SchemaBuilder.object().required("name", SchemaBuilder.string("Your name")).schema()));
    }
    return answer.isAccepted()
        ? RequestOutcome.text("Hello, " + answer.content().get("name") + "!")
        : RequestOutcome.toolError("The user gave no name.");
  }

  @BeforeAll
  static void start() {
    server = McpTestServer.start(new GreetingApplication());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static McpTestClient client(Revisions revisions, Map<String, Object> result) {
    return McpTestClient.connect(
        server.endpoint(),
        revisions,
        Optional.empty(),
        inputRequest -> {
          assertThat(inputRequest.path("method").asText()).isEqualTo("elicitation/create");
          assertThat(inputRequest.at("/params/message").asText()).isEqualTo("Who are you?");
          return Optional.of(JSON.<JsonNode>valueToTree(result));
        });
  }

  @ParameterizedTest
  @EnumSource
  void theTestAcceptsAnElicitation(Revisions revisions) {
    ToolCallResult result = client(revisions, ACCEPTED).callTool("greet", Map.of());
    assertThat(result.text()).isEqualTo("Hello, Ada!");
    assertThat(result.isError()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theTestDeclinesAnElicitation(Revisions revisions) {
    ToolCallResult result =
        client(revisions, Map.of("action", "decline")).callTool("greet", Map.of());
    assertThat(result.isError()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anErrorShowsTheExchange(Revisions revisions) {
    McpTestClient client = server.client(revisions);
    assertThatThrownBy(() -> client.callTool("none", Map.of()))
        .isInstanceOfSatisfying(
            UnexpectedResponseException.class,
            e -> assertThat(e.error().path("code").asInt()).isEqualTo(-32602))
        .hasMessageContaining("tools/call")
        .hasMessageContaining("Unknown tool: none");
  }

  @Test
  void toolRunsWithoutAServer() {
    RequestOutcome outcome =
        RecordingCall.empty().play(GREET::call, inputRequest -> new InputResponse(ACCEPTED, null));
    assertThat(outcome).isEqualTo(RequestOutcome.text("Hello, Ada!"));
  }
}
