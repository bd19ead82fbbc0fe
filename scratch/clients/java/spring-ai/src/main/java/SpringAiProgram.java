import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.ai.mcp.SyncMcpToolCallbackProvider;
import org.springframework.ai.tool.ToolCallback;

/** Spring AI's tool callbacks on the Java SDK 2.0.0, over both HTTP transports. */
public final class SpringAiProgram implements TestedClient {
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final McpSyncClient client;
  private final SyncMcpToolCallbackProvider provider;

  private SpringAiProgram(McpClientTransport transport) {
    client =
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
    provider = SyncMcpToolCallbackProvider.builder().mcpClients(client).build();
  }

  public static void main(String[] args) {
    PresetSteps.runIfAsked(
        args,
        Map.of(
            "http", url -> new SpringAiProgram(streamable(url)),
            "sse", url -> new SpringAiProgram(sse(url))));
    String url = args[0];
    new SpringAiProgram(streamable(url + "/mcp")).run("Streamable HTTP", true);
    // It supports 2024-11-05 there, which has no elicitation.
    new SpringAiProgram(sse(url + "/sse")).run("HTTP+SSE", false);
    Checks.done();
  }

  private static McpClientTransport streamable(String url) {
    URI uri = URI.create(url);
    return HttpClientStreamableHttpTransport.builder(uri.resolve("/").toString()).endpoint(uri.getPath()).build();
  }

  private static McpClientTransport sse(String url) {
    URI uri = URI.create(url);
    return HttpClientSseClientTransport.builder(uri.resolve("/").toString()).sseEndpoint(uri.getPath()).build();
  }

  private void run(String name, boolean elicitation) {
    Checks checks = new Checks("Spring AI 2.0.1, " + name);
    checks.resources(this::resources);
    checks.prompts(this::prompts);
    checks.tools(this::tools);
    checks.echo(this::call);
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
            call("elicitInputs", Map.of());
            Checks.expect(!asked.isEmpty(), "the client was not asked");
          });
    }
    checks.calls(
        "answers a sampling request",
        this::call,
        "sampleLLM",
        Map.of("prompt", "Say something", "maxTokens", 10),
        "A scripted answer");
    close();
  }

  @Override
  public List<String> tools() {
    return Arrays.stream(provider.getToolCallbacks())
        .map(callback -> callback.getToolDefinition().name())
        .toList();
  }

  @Override
  public List<String> resources() {
    return client.listResources().resources().stream().map(McpSchema.Resource::uri).toList();
  }

  @Override
  public List<String> prompts() {
    return client.listPrompts().prompts().stream().map(McpSchema.Prompt::name).toList();
  }

  @Override
  public String call(String tool, Map<String, Object> arguments) {
    for (ToolCallback callback : provider.getToolCallbacks()) {
      if (callback.getToolDefinition().name().equals(tool)) {
        return callback.call(json(arguments));
      }
    }
    throw new IllegalStateException("no tool " + tool);
  }

  @Override
  public void close() {
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
