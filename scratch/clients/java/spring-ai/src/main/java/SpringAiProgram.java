import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.ai.mcp.SyncMcpToolCallbackProvider;
import org.springframework.ai.tool.ToolCallback;

/** Spring AI's tool callbacks on the Java SDK 2.0.0, over both HTTP transports. */
public final class SpringAiProgram {
  public static void main(String[] args) {
    String url = args[0];
    run("Streamable HTTP", HttpClientStreamableHttpTransport.builder(url).build(), true);
    // It speaks 2024-11-05 there, which has no elicitation.
    run("HTTP+SSE", HttpClientSseClientTransport.builder(url).build(), false);
    Checks.done();
  }

  private static void run(String name, McpClientTransport transport, boolean elicitation) {
    Checks checks = new Checks("Spring AI 2.0.1, " + name);
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(20))
            .capabilities(
                McpSchema.ClientCapabilities.builder().sampling().elicitation().build())
            .sampling(
                request ->
                    McpSchema.CreateMessageResult.builder(
                            McpSchema.Role.ASSISTANT,
                            new McpSchema.TextContent("A scripted answer"),
                            "scripted")
                        .build())
            .elicitation(
                request -> {
                  asked.add("elicitation");
                  return new McpSchema.ElicitResult(McpSchema.ElicitResult.Action.DECLINE, null);
                })
            .build();
    client.initialize();
    checks.resources(
        () -> client.listResources().resources().stream().map(McpSchema.Resource::uri).toList());
    checks.prompts(
        () -> client.listPrompts().prompts().stream().map(McpSchema.Prompt::name).toList());
    ToolCallback[] callbacks =
        SyncMcpToolCallbackProvider.builder().mcpClients(client).build().getToolCallbacks();
    checks.tools(
        () ->
            Arrays.stream(callbacks)
                .map(callback -> callback.getToolDefinition().name())
                .toList());
    Checks.Caller caller =
        (tool, arguments) ->
            Arrays.stream(callbacks)
                .filter(callback -> callback.getToolDefinition().name().equals(tool))
                .findFirst()
                .orElseThrow()
                .call(json(arguments));
    checks.echo(caller);
    checks.progress(
        (tool, arguments) ->
            client
                .callTool(
                    McpSchema.CallToolRequest.builder(tool)
                        .arguments(arguments)
                        .progressToken("p")
                        .build())
                .content()
                .toString());
    if (elicitation) {
      checks.check(
          "answers an elicitation",
          () -> {
            caller.call("elicitInputs", Map.of());
            Checks.expect(!asked.isEmpty(), "the client was not asked");
          });
    }
    checks.calls(
        "answers a sampling request",
        caller,
        "sampleLLM",
        Map.of("prompt", "Say something", "maxTokens", 10),
        "A scripted answer");
    client.closeGracefully();
  }

  private static String json(Map<String, Object> arguments) {
    StringBuilder json = new StringBuilder("{");
    arguments.forEach(
        (name, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"').append(name).append("\":")
                .append(value instanceof Number ? value : "\"" + value + "\""));
    return json.append('}').toString();
  }
}
