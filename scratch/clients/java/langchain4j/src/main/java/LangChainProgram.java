import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpPrompt;
import dev.langchain4j.mcp.client.McpResource;
import dev.langchain4j.mcp.client.McpRoot;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The client of LangChain4j, over both HTTP transports. */
public final class LangChainProgram implements TestedClient {
  private final McpClient client;

  private LangChainProgram(McpTransport transport) {
    client =
        new DefaultMcpClient.Builder()
            .transport(transport)
            .toolExecutionTimeout(Duration.ofSeconds(20))
            .roots(List.of(new McpRoot("Home", "file:///home/ada")))
            .build();
  }

  public static void main(String[] args) throws Exception {
    PresetSteps.runIfAsked(
        args,
        Map.of(
            "http", url -> new LangChainProgram(streamable(url, false)),
            "http-get", url -> new LangChainProgram(streamable(url, true)),
            "sse", url -> new LangChainProgram(sse(url))));
    String url = args[0];
    run("Streamable HTTP", streamable(url + "/mcp", false));
    run("Streamable HTTP with a GET stream", streamable(url + "/mcp", true));
    run("HTTP+SSE", sse(url + "/sse"));
    Checks.done();
  }

  private static McpTransport streamable(String url, boolean getStream) {
    return new StreamableHttpMcpTransport.Builder().url(url).subsidiaryChannel(getStream).build();
  }

  @SuppressWarnings("deprecation")
  private static McpTransport sse(String url) {
    return new HttpMcpTransport.Builder().sseUrl(url).build();
  }

  private static void run(String name, McpTransport transport) throws Exception {
    Checks checks = new Checks("LangChain4j 1.18.1-beta28, " + name);
    try (LangChainProgram tested = new LangChainProgram(transport)) {
      checks.tools(tested::tools);
      checks.resources(tested::resources);
      checks.prompts(tested::prompts);
      checks.echo(tested::call);
      checks.progress(tested::call);
      checks.calls("answers a request for roots", tested::call, "listRoots", Map.of(), "file:///home/ada");
      checks.check("pings", tested.client::checkHealth);
    }
  }

  @Override
  public List<String> tools() {
    return client.listTools().stream().map(ToolSpecification::name).toList();
  }

  @Override
  public List<String> resources() {
    return client.listResources().stream().map(McpResource::uri).toList();
  }

  @Override
  public List<String> prompts() {
    return client.listPrompts().stream().map(McpPrompt::name).toList();
  }

  @Override
  public String call(String tool, Map<String, Object> arguments) {
    return client
        .executeTool(ToolExecutionRequest.builder().name(tool).arguments(json(arguments)).build())
        .resultText();
  }

  @Override
  public void close() throws Exception {
    client.close();
  }

  private static String json(Map<String, Object> arguments) {
    return arguments.entrySet().stream()
        .map(
            entry ->
                "\"" + entry.getKey() + "\":"
                    + (entry.getValue() instanceof Number
                        ? entry.getValue()
                        : "\"" + entry.getValue() + "\""))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
