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
public final class LangChainProgram {
  public static void main(String[] args) throws Exception {
    String url = args[0];
    run("Streamable HTTP", new StreamableHttpMcpTransport.Builder().url(url + "/mcp").build());
    run(
        "Streamable HTTP with a GET stream",
        new StreamableHttpMcpTransport.Builder().url(url + "/mcp").subsidiaryChannel(true).build());
    run("HTTP+SSE", new HttpMcpTransport.Builder().sseUrl(url + "/sse").build());
    Checks.done();
  }

  private static void run(String name, McpTransport transport) throws Exception {
    Checks checks = new Checks("LangChain4j 1.18.1-beta28, " + name);
    try (McpClient client =
        new DefaultMcpClient.Builder()
            .transport(transport)
            .toolExecutionTimeout(Duration.ofSeconds(20))
            .roots(List.of(new McpRoot("Home", "file:///home/ada")))
            .build()) {
      Checks.Caller caller =
          (tool, arguments) ->
              client
                  .executeTool(
                      ToolExecutionRequest.builder().name(tool).arguments(json(arguments)).build())
                  .resultText();
      checks.tools(() -> client.listTools().stream().map(ToolSpecification::name).toList());
      checks.resources(() -> client.listResources().stream().map(McpResource::uri).toList());
      checks.prompts(() -> client.listPrompts().stream().map(McpPrompt::name).toList());
      checks.echo(caller);
      checks.progress(caller);
      checks.calls("answers a request for roots", caller, "listRoots", Map.of(), "file:///home/ada");
      checks.check("pings", client::checkHealth);
    }
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
