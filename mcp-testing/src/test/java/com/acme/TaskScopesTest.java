package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task is resumed with the scopes of the caller that sends the input, and not without them. */
class TaskScopesTest {
  private static AcmeServer acme;

  /** Refunds as a task, once the user has confirmed. */
  private static final class RefundTool implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder("refund", Map.of("type", "object")).build();
    }

    @Override
    public String requiredScope() {
      return "acme:refund";
    }

    @Override
    public TaskSupport taskSupport() {
      return TaskSupport.OPTIONAL;
    }

    @Override
    public RequestOutcome call(RequestContext context) {
      return new RequestOutcome.DeferredTask(RefundTool::refund, Duration.ofMinutes(1));
    }

    private static RequestOutcome refund(RequestContext context) {
      return context.inputResponses().isEmpty()
          ? RequestOutcome.InputRequired.of(
              "sure",
              new InputRequest.FormElicitation(
                  "Sure?",
                  Map.of(
                      "type", "object", "properties", Map.of("sure", Map.of("type", "boolean")))))
          : RequestOutcome.text("refunded");
    }
  }

  @BeforeAll
  static void start() {
    acme =
        AcmeServer.start(
            AcmeServer.configuration(),
            McpServerBundle.builder().features(FeatureCatalog.of(new RefundTool())));
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static JsonNode task(AcmeClient client, String id) throws Exception {
    return client.withTasks("tasks/get", id, "\"taskId\":\"" + id + "\"");
  }

  private static JsonNode awaitStatus(AcmeClient client, String id, String status) {
    return await()
        .until(() -> task(client, id), task -> task.path("status").asText().equals(status));
  }

  @ParameterizedTest
  @CsvSource({
    "mcp:read mcp:write acme:refund, completed, refunded",
    "mcp:read mcp:write, failed, Insufficient scope; required:"
  })
  void inputResumesATaskWithTheScopesOfItsSender(String scopes, String status, String text)
      throws Exception {
    AcmeClient owner = new AcmeClient(acme.url(), "mcp:read mcp:write acme:refund");
    String id =
        owner
            .withTasks("tools/call", "refund", "\"name\":\"refund\",\"arguments\":{}")
            .path("taskId")
            .asText();
    assertThat(id).isNotEmpty();
    awaitStatus(owner, id, "input_required");
    new AcmeClient(acme.url(), scopes)
        .withTasks(
            "tasks/update",
            id,
            "\"taskId\":\""
                + id
                + "\",\"inputResponses\":{\"sure\":{\"action\":\"accept\",\"content\":{\"sure\":true}}}");
    assertThat(awaitStatus(owner, id, status).toString()).contains(text);
  }
}
