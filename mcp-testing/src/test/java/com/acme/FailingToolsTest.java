package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.UnexpectedResponseException;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exceptions and errors of a tool, and results that cannot be serialized, are internal errors of
 * the response, at once and in both eras.
 */
class FailingToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static AcmeServer acme;

  private record FailingTool(String name, boolean blocking, Supplier<RequestOutcome> outcome)
      implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder(name, Map.of("type", "object")).build();
    }

    @Override
    public boolean isBlocking() {
      return blocking;
    }

    @Override
    public TaskSupport taskSupport() {
      return TaskSupport.OPTIONAL;
    }

    @Override
    public RequestOutcome call(RequestContext context) {
      return outcome.get();
    }
  }

  private static RequestOutcome unserializable() {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("cycle", cycle);
    return new RequestOutcome.Complete(cycle);
  }

  private static RequestOutcome overflow() {
    throw new StackOverflowError();
  }

  private static RequestOutcome link() {
    throw new NoClassDefFoundError("com/acme/Missing");
  }

  private static RequestOutcome fail() {
    throw new IllegalStateException("secret");
  }

  @BeforeAll
  static void start() {
    McpServerBundle.Builder server =
        McpServerBundle.builder()
            .features(
                FeatureCatalog.of(
                    new FailingTool("exception", true, FailingToolsTest::fail),
                    new FailingTool("exception-instant", false, FailingToolsTest::fail),
                    new FailingTool("recursion", true, FailingToolsTest::overflow),
                    new FailingTool("recursion-instant", false, FailingToolsTest::overflow),
                    new FailingTool("linkage", true, FailingToolsTest::link),
                    new FailingTool("linkage-instant", false, FailingToolsTest::link),
                    new FailingTool("cycle", true, FailingToolsTest::unserializable),
                    new FailingTool("cycle-instant", false, FailingToolsTest::unserializable)));
    acme = AcmeServer.start(McpTestServer.configuration(), server);
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static McpTestClient client(McpTestClient.Revisions revisions) {
    return McpTestClient.connect(URI.create(acme.url() + "/mcp"), revisions);
  }

  @ParameterizedTest
  @CsvSource({
    "STATEFUL, exception", "STATEFUL, exception-instant",
    "STATEFUL, recursion", "STATEFUL, recursion-instant",
    "STATEFUL, linkage", "STATEFUL, linkage-instant",
    "STATEFUL, cycle", "STATEFUL, cycle-instant",
    "STATELESS, exception", "STATELESS, exception-instant",
    "STATELESS, recursion", "STATELESS, recursion-instant",
    "STATELESS, linkage", "STATELESS, linkage-instant",
    "STATELESS, cycle", "STATELESS, cycle-instant"
  })
  void failureIsAnInternalError(McpTestClient.Revisions revisions, String tool) {
    McpTestClient client = client(revisions);
    assertThatThrownBy(() -> client.callTool(tool, Map.of()))
        .isInstanceOf(UnexpectedResponseException.class)
        .hasMessageContaining("-32603")
        .hasMessageNotContainingAny("secret", "StackOverflow", "NoClassDef", "Exception:");
    assertThat(client.request("tools/list", JSON.createObjectNode()).path("tools")).hasSize(8);
  }

  /** The client of a task waits for its result, so a task must not stay in progress. */
  @ParameterizedTest
  @CsvSource({"exception", "recursion", "linkage", "cycle"})
  void failureEndsATask(String tool) {
    McpTestClient client = client(McpTestClient.Revisions.STATEFUL);
    ObjectNode call = JSON.createObjectNode().put("name", tool);
    call.putObject("task");
    String id = client.request("tools/call", call).at("/task/taskId").asText();
    assertThat(id).isNotEmpty();
    ObjectNode params = JSON.createObjectNode().put("taskId", id);
    assertThatThrownBy(() -> client.request("tasks/result", params))
        .isInstanceOf(UnexpectedResponseException.class)
        .hasMessageContaining("-32603")
        .hasMessageNotContaining("secret");
    assertThat(client.request("tasks/get", params).path("status").asText()).isEqualTo("failed");
  }
}
