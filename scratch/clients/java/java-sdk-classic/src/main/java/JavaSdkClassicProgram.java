import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The client of the Java SDK for the revisions up to 2025-11-25, over both HTTP transports. */
// SDK 2.2.0 deprecates roots and sampling, as 2026-07-28 does; earlier revisions have them.
@SuppressWarnings("deprecation")
public final class JavaSdkClassicProgram implements TestedClient {
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final McpSyncClient client;

  private JavaSdkClassicProgram(McpClientTransport transport) {
    client =
        McpClient.sync(transport)
            .clientInfo(McpSchema.Implementation.builder("java-sdk-classic", "2.2.0").build())
            .requestTimeout(Duration.ofSeconds(20))
            .capabilities(McpSchema.ClientCapabilities.builder().elicitation().build())
            .elicitation(
                request -> {
                  asked.add("elicitation");
                  return McpSchema.ElicitResult.builder(McpSchema.ElicitResult.Action.DECLINE).build();
                })
            .build();
    client.initialize();
  }

  public static void main(String[] args) {
    PresetSteps.runIfAsked(
        args,
        Map.of(
            "http", url -> new JavaSdkClassicProgram(streamable(url)),
            "sse", url -> new JavaSdkClassicProgram(sse(url))));
    new JavaSdkClassicProgram(streamable(args[0] + "/mcp")).run("Streamable HTTP", true);
    // It supports 2024-11-05 there, which has no elicitation.
    new JavaSdkClassicProgram(sse(args[0] + "/sse")).run("HTTP+SSE", false);
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
    Checks checks = new Checks("Java SDK 2.2.0, io.modelcontextprotocol.client, " + name);
    checks.tools(this::tools);
    checks.resources(this::resources);
    checks.prompts(this::prompts);
    checks.echo(this::call);
    checks.progress(this::call);
    if (elicitation) {
      checks.check(
          "answers an elicitation",
          () -> {
            call("elicitInputs", Map.of());
            Checks.expect(!asked.isEmpty(), "the client was not asked");
          });
    }
    close();
  }

  @Override
  public List<String> tools() {
    return client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
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
    return client
        .callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).progressToken("p-" + System.nanoTime()).build())
        .content()
        .stream()
        .filter(McpSchema.TextContent.class::isInstance)
        .map(content -> ((McpSchema.TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    client.closeGracefully();
  }
}
