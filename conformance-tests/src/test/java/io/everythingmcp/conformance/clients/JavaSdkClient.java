package io.everythingmcp.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Root;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Connected client of the official Java SDK with all client features. */
// SDK 2.2.0 deprecates roots, sampling and logging, as 2026-07-28 does; earlier revisions have
// them.
@SuppressWarnings("deprecation")
final class JavaSdkClient implements AutoCloseable {
  /** Configuration of the server for these tests. */
  static final ServerLaunch LAUNCH = ServerLaunch.with("FIXTURES", "true", "REQUEST_TIMEOUT", "3s");

  private final ReceivedNotifications notifications = new ReceivedNotifications();
  private final AcceptingUser person = new AcceptingUser();
  private final TappedTransport transport;
  private final McpSyncClient client;

  /** Result of a {@code list_changed} notification: the SDK has requested the list again. */
  record Tools(List<McpSchema.Tool> now) {}

  record Resources(List<McpSchema.Resource> now) {}

  record Prompts(List<McpSchema.Prompt> now) {}

  record Updated(List<McpSchema.ResourceContents> now) {}

  JavaSdkClient(ClientTransport kind, ServerProcess server) {
    transport = new TappedTransport(kind.open(server, LAUNCH));
    client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(60))
            .initializationTimeout(Duration.ofSeconds(60))
            .capabilities(
                ClientCapabilities.builder().roots(true).sampling().elicitation(true, true).build())
            .roots(Root.builder("file:///home/ada").name("Home").build())
            .sampling(person::sample)
            .elicitation(person::fillIn)
            .urlElicitation(person::openPage)
            .toolsChangeConsumer(now -> notifications.record(new Tools(now)))
            .resourcesChangeConsumer(now -> notifications.record(new Resources(now)))
            .promptsChangeConsumer(now -> notifications.record(new Prompts(now)))
            .resourcesUpdateConsumer(now -> notifications.record(new Updated(now)))
            .elicitationCompleteConsumer(notifications::record)
            .loggingConsumer(notifications::record)
            .progressConsumer(notifications::record)
            .build();
    client.initialize();
  }

  /** Returns the client of the SDK. */
  McpSyncClient sdk() {
    return client;
  }

  ReceivedNotifications received() {
    return notifications;
  }

  AcceptingUser user() {
    return person;
  }

  TappedTransport transport() {
    return transport;
  }

  CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  CallToolResult call(String tool) {
    return call(tool, Map.of());
  }

  /** Calls a long-running tool that reports progress. */
  CallToolResult work(double seconds, int steps, String progressToken) {
    return client.callTool(
        CallToolRequest.builder("longRunningOperation")
            .arguments(Map.of("duration", seconds, "steps", steps))
            .progressToken(progressToken)
            .build());
  }

  McpSchema.ResourceContents read(String uri) {
    return client
        .readResource(McpSchema.ReadResourceRequest.builder(uri).build())
        .contents()
        .get(0);
  }

  /** Returns the texts of a successful result. */
  static String text(CallToolResult result) {
    assertThat(result.isError()).as(result.toString()).isNotEqualTo(true);
    return anyText(result);
  }

  /** Returns the texts of a result. */
  static String anyText(CallToolResult result) {
    return result.content().stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  /** Runs a call that must fail with this JSON-RPC code; returns the error. */
  static McpSchema.JSONRPCResponse.JSONRPCError error(int code, ThrowingCallable action) {
    McpError[] caught = new McpError[1];
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(McpError.class, problem -> caught[0] = problem);
    assertThat(caught[0].getJsonRpcError().code()).as(caught[0].toString()).isEqualTo(code);
    return caught[0].getJsonRpcError();
  }

  @Override
  public void close() {
    client.closeGracefully();
  }
}
