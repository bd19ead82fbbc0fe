package io.everythingmcp.conformance.clients;

import static io.everythingmcp.conformance.clients.JavaSdkClient.anyText;
import static io.everythingmcp.conformance.clients.JavaSdkClient.error;
import static io.everythingmcp.conformance.clients.JavaSdkClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.clients.JavaSdkClient.Prompts;
import io.everythingmcp.conformance.clients.JavaSdkClient.Resources;
import io.everythingmcp.conformance.clients.JavaSdkClient.Tools;
import io.everythingmcp.conformance.clients.JavaSdkClient.Updated;
import io.everythingmcp.conformance.harness.ConsentPage;
import io.everythingmcp.conformance.harness.SharedServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitationCompleteNotification;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Root;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The client of the official Java SDK receives the messages of the server and responds to its
 * requests, over each transport.
 */
@ParameterizedClass
@EnumSource(ClientTransport.class)
// SDK 2.2.0 deprecates roots, sampling and logging, as 2026-07-28 does; earlier revisions have
// them.
@SuppressWarnings("deprecation")
class JavaSdkConversationIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with(JavaSdkClient.LAUNCH);

  private static JavaSdkClient client;

  @Parameter ClientTransport kind;

  @BeforeParameterizedClassInvocation
  static void connect(ClientTransport kind) {
    client = new JavaSdkClient(kind, SERVER.process());
  }

  @AfterParameterizedClassInvocation
  static void disconnect() {
    client.close();
  }

  @Test
  void progressIsReportedForItsToken() {
    int known = client.received().count();
    assertThat(text(client.work(0.3, 3, "mine"))).contains("Steps: 3");
    client.received().next(known, ProgressNotification.class, p -> p.progress() == 3.0);
    assertThat(client.received().after(known, ProgressNotification.class))
        .allMatch(p -> p.progressToken().equals("mine") && p.total() == 3.0)
        .extracting(ProgressNotification::progress)
        .containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void cancelledCallStops() {
    int known = client.received().count();
    CompletableFuture<CallToolResult> running =
        CompletableFuture.supplyAsync(() -> client.work(1.5, 15, "cancelled"));
    client.received().next(known, ProgressNotification.class, reports("cancelled", 1));
    client.transport().cancelLastCall();
    int after = client.received().count();
    // Without concurrency the first call would have completed before the second one.
    client.work(1.8, 1, "other");
    client.received().next(after, ProgressNotification.class, reports("other", 1));
    // Messages in transit may still arrive.
    assertThat(client.received().after(after, ProgressNotification.class))
        .filteredOn(progress -> progress.progressToken().equals("cancelled"))
        .hasSizeLessThan(3);
    assertThat(running).isNotDone();
    running.cancel(true);
  }

  private static Predicate<ProgressNotification> reports(String token, double done) {
    return progress -> progress.progressToken().equals(token) && progress.progress() == done;
  }

  @Test
  void samplingRequestIsAnswered() {
    assertThat(
            text(client.call("sampleLLM", Map.of("prompt", "Capital of France?", "maxTokens", 7))))
        .contains("Paris");
    assertThat(client.user().sampled().maxTokens()).isEqualTo(7);
    assertThat(client.user().sampled().messages().toString()).contains("Capital of France?");
  }

  @Test
  void samplingWithToolsRequiresUndeclaredCapability() {
    CallToolResult result =
        client.call("sampleLLM", Map.of("prompt", "Weather?", "withTools", true));
    assertThat(result.isError()).isTrue();
    assertThat(anyText(result)).contains("sampling.tools");
  }

  @Test
  void formElicitationHasEveryKindOfField() {
    assertThat(text(client.call("elicitInputs"))).contains("Ada").contains("season-1");
    assertThat(
            client.user().formFields().values().stream().map(field -> field.get("type")).distinct())
        .contains("string", "boolean", "integer", "number", "array");
    assertThat(text(client.call("collectDetails"))).contains("Ada's favorite color");
  }

  @Test
  void urlElicitationPrecedesOrInterruptsACall() {
    Object data = error(-32042, () -> client.call("elicitUrl", Map.of("viaError", true))).data();
    Map<?, ?> page = (Map<?, ?>) ((List<?>) ((Map<?, ?>) data).get("elicitations")).get(0);
    assertThat(page.get("mode")).isEqualTo("url");
    if (completePage((String) page.get("url"), (String) page.get("elicitationId"))) {
      assertThat(text(client.call("elicitUrl", Map.of("viaError", true)))).contains("accepted");
    }

    assertThat(text(client.call("elicitUrl"))).contains(client.user().page().elicitationId());
    completePage(client.user().page().url(), client.user().page().elicitationId());
  }

  /** Completes the elicitation page, where there is one: over stdio the server has no pages. */
  private boolean completePage(String url, String id) {
    if (kind == ClientTransport.STDIO) {
      return false;
    }
    int known = client.received().count();
    ConsentPage.accept(url);
    client
        .received()
        .next(
            known,
            ElicitationCompleteNotification.class,
            completed -> completed.elicitationId().equals(id));
    return true;
  }

  @Test
  void rootsAreListedAndChange() {
    assertThat(text(client.call("listRoots"))).contains("file:///home/ada");
    client.sdk().addRoot(Root.builder("file:///tmp/more").name("More").build());
    client.sdk().rootsListChangedNotification();
    await()
        .untilAsserted(
            () -> assertThat(text(client.call("listRoots"))).contains("file:///tmp/more"));
    client.sdk().removeRoot("file:///tmp/more");
    assertThat(text(client.call("listRoots"))).doesNotContain("file:///tmp/more");
  }

  @Test
  void logMessagesBelowTheLevelAreOmitted() {
    client.sdk().setLoggingLevel(LoggingLevel.WARNING);
    int quiet = client.received().count();
    client.call("test_tool_with_logging");
    client.sdk().setLoggingLevel(LoggingLevel.DEBUG);
    int known = client.received().count();
    client.call("test_tool_with_logging");
    client
        .received()
        .next(known, LoggingMessageNotification.class, m -> m.data().contains("completed"));
    assertThat(client.received().after(known, LoggingMessageNotification.class)).hasSize(3);
    assertThat(client.received().after(quiet, LoggingMessageNotification.class)).hasSize(3);
  }

  @Test
  void simulatedLoggingIsToggled() {
    client.sdk().setLoggingLevel(LoggingLevel.DEBUG);
    int known = client.received().count();
    assertThat(text(client.call("toggleSimulatedLogging"))).startsWith("Started");
    client
        .received()
        .next(known, LoggingMessageNotification.class, m -> m.data().endsWith("-level message"));
    assertThat(text(client.call("toggleSimulatedLogging"))).startsWith("Stopped");
  }

  @Test
  void subscribedResourcesAreUpdated() {
    String uri = "test://static/resource/7";
    client.sdk().subscribeResource(McpSchema.SubscribeRequest.builder(uri).build());
    int known = client.received().count();
    assertThat(text(client.call("toggleResourceUpdates"))).startsWith("Started");
    client.received().next(known, Updated.class, updated -> isOf(updated, uri));
    assertThat(text(client.call("toggleResourceUpdates"))).startsWith("Stopped");
    client.sdk().unsubscribeResource(McpSchema.UnsubscribeRequest.builder(uri).build());
    String other = "test://static/resource/8";
    client.sdk().subscribeResource(McpSchema.SubscribeRequest.builder(other).build());
    // An update that was sent before the unsubscription has arrived when the first of these has.
    int unsubscribed = awaitUpdate(client.received().count(), other);
    awaitUpdate(unsubscribed, other);
    assertThat(client.received().after(unsubscribed, Updated.class))
        .isNotEmpty()
        .noneMatch(updated -> isOf(updated, uri));
  }

  private static boolean isOf(Updated updated, String uri) {
    return updated.now().get(0).uri().equals(uri);
  }

  /** Starts and stops the updates; returns the number of messages after one of a resource. */
  private int awaitUpdate(int known, String uri) {
    assertThat(text(client.call("toggleResourceUpdates"))).startsWith("Started");
    client.received().next(known, Updated.class, updated -> isOf(updated, uri));
    assertThat(text(client.call("toggleResourceUpdates"))).startsWith("Stopped");
    return client.received().count();
  }

  @Test
  void sessionResourceIsListedAndRead() {
    int known = client.received().count();
    CallToolResult made =
        client.call("createSessionResource", Map.of("name", "notes.txt", "text", "mine"));
    String uri =
        made.content().stream()
            .filter(McpSchema.ResourceLink.class::isInstance)
            .map(link -> ((McpSchema.ResourceLink) link).uri())
            .findFirst()
            .orElseThrow();
    client.received().next(known, Resources.class, r -> true);
    assertThat(client.sdk().listResources().resources()).extracting(Resource::uri).contains(uri);
    assertThat(((TextResourceContents) client.read(uri)).text()).isEqualTo("mine");
  }

  @Test
  void toolIsAddedAndRemoved() {
    int known = client.received().count();
    client.call("addTool");
    client.received().next(known, Tools.class, t -> true);
    assertThat(client.sdk().listTools().tools())
        .extracting(McpSchema.Tool::name)
        .contains("extraTool");
    assertThat(text(client.call("extraTool"))).contains("added");
    int added = client.received().count();
    client.call("removeTool");
    client.received().next(added, Tools.class, t -> true);
    assertThat(client.sdk().listTools().tools())
        .extracting(McpSchema.Tool::name)
        .doesNotContain("extraTool");
  }

  @Test
  void promptChangesAreNotified() {
    int known = client.received().count();
    client.call("test_trigger_prompt_change");
    assertThat(client.received().next(known, Prompts.class, p -> true).now()).isNotEmpty();
  }
}
