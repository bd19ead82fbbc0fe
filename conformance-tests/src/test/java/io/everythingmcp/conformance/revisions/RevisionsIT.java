package io.everythingmcp.conformance.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message of the server is valid for the schema of the negotiated revision. */
class RevisionsIT {
  /** Capabilities that earlier revisions do not define: the server must not use their features. */
  private static final String CAPABILITIES =
      "{'roots':{'listChanged':true},'sampling':{'tools':{},'context':{}},"
          + "'elicitation':{'form':{},'url':{}},'tasks':{}}";

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("FIXTURES", "true", "REQUEST_TIMEOUT", "3s");

  @BeforeAll
  static void findSchemas() {
    assumeTrue(
        Files.isDirectory(PublishedSchema.folder()),
        "Skipped: the specification's schemas are not in "
            + PublishedSchema.folder().toAbsolutePath().normalize()
            + " (-Dschemas.dir)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void everyMessageConformsToTheSchema(String revision) {
    MessageValidator messageValidator = new MessageValidator(PublishedSchema.of(revision));
    McpSession session = McpSession.open(SERVER.client(), revision, CAPABILITIES);
    new AllFeaturesCalls(session, messageValidator, revision.equals("2025-11-25")).run();

    assertThat(messageValidator.violations())
        .as(String.join("\n", messageValidator.violations()))
        .isEmpty();
    assertThat(messageValidator.seen())
        .contains(
            "initialize",
            "ping",
            "logging/setLevel",
            "resources/subscribe",
            "resources/unsubscribe",
            "tools/list",
            "tools/call",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "prompts/list",
            "prompts/get",
            "completion/complete",
            "roots/list",
            "sampling/createMessage",
            "notifications/progress",
            "notifications/message",
            "notifications/tools/list_changed",
            "notifications/prompts/list_changed",
            "notifications/resources/list_changed",
            "notifications/resources/updated",
            "error -32601",
            "error -32602",
            "error -32603",
            "error -32002");
    assertThat(messageValidator.seen().contains("elicitation/create"))
        .isEqualTo(revision.compareTo("2025-06-18") >= 0);
    assertThat(messageValidator.seen().contains("notifications/tasks/status"))
        .isEqualTo(revision.compareTo("2025-11-25") >= 0);
    assertThat(messageValidator.seen().contains("error -32042"))
        .isEqualTo(revision.compareTo("2025-11-25") >= 0);
  }

  @Test
  void validatorFindsViolations() {
    MessageValidator messageValidator = new MessageValidator(PublishedSchema.of("2024-11-05"));
    ObjectNode message =
        JsonRpcMessages.result(
            JsonTrees.tree(1), "{'tools':[{'name':'a','inputSchema':{'type':'object'}}]}");
    messageValidator.validateResponse("tools/list", message);
    assertThat(messageValidator.violations()).isEmpty();
    ((ObjectNode) message.path("result").path("tools").get(0)).put("title", "A");
    messageValidator.validateResponse("tools/list", message);
    assertThat(messageValidator.violations()).hasSize(1);
    messageValidator.validateResponse(
        "tools/call",
        JsonRpcMessages.result(
            JsonTrees.tree(1), "{'content':[{'type':'audio','data':'','mimeType':'audio/wav'}]}"));
    assertThat(messageValidator.violations().size()).isGreaterThan(1);
    int known = messageValidator.violations().size();
    messageValidator.message(JsonRpcMessages.request(1, "elicitation/create"));
    messageValidator.message(JsonRpcMessages.notification("notifications/unknown/method"));
    assertThat(messageValidator.violations()).hasSize(known + 2);
  }
}
