import io.modelcontextprotocol.modern.McpSchema;
import io.modelcontextprotocol.modern.client.McpClient;
import io.modelcontextprotocol.modern.client.McpSyncClient;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The client of the Java SDK for 2026-07-28. */
public final class JavaSdkProgram implements TestedClient {
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final McpSyncClient client;

  private JavaSdkProgram(String url) {
    client =
        McpClient.sync(HttpClientMcpTransport.builder(url).build())
            .clientInfo(McpSchema.Implementation.builder("java-sdk-modern", "2.2.0").build())
            .formElicitation(
                request -> {
                  asked.add(request.message());
                  return McpSchema.ElicitResult.accept(answers(request.requestedSchema()));
                })
            .build();
  }

  public static void main(String[] args) {
    PresetSteps.runIfAsked(
        args,
        Map.of(
            "http",
            url -> {
              JavaSdkProgram connected = new JavaSdkProgram(url);
              connected.client.discover();
              return connected;
            }));
    new JavaSdkProgram(args[0] + "/mcp").run();
    Checks.done();
  }

  private void run() {
    Checks checks = new Checks("Java SDK 2.2.0, io.modelcontextprotocol.modern, 2026-07-28");
    checks.check("discovers the server", client::discover);
    checks.tools(this::tools);
    checks.resources(this::resources);
    checks.prompts(this::prompts);
    checks.echo(this::call);
    checks.progress(this::call);
    checks.check(
        "answers an elicitation",
        () -> {
          call("elicitInputs", Map.of());
          Checks.expect(!asked.isEmpty(), "the client was not asked");
        });
    checks.check(
        "is notified of a changed list",
        () -> {
          BlockingQueue<String> heard = new LinkedBlockingQueue<>();
          try (var listening =
              client.listen().toolsChanged().open(event -> heard.add(event.toString()))) {
            call("addTool", Map.of());
            try {
              Checks.expect(heard.poll(20, TimeUnit.SECONDS) != null, "no event in 20 s");
            } finally {
              call("removeTool", Map.of());
            }
          }
        });
  }

  @Override
  public List<String> tools() {
    return client.listTools().list().tools().stream().map(McpSchema.Tool::name).toList();
  }

  @Override
  public List<String> resources() {
    List<String> uris = new ArrayList<>();
    McpSchema.ListResourcesResult page = client.resources().list();
    page.resources().forEach(resource -> uris.add(resource.uri()));
    while (page.nextCursor() != null) {
      page = client.resources().cursor(page.nextCursor()).list();
      page.resources().forEach(resource -> uris.add(resource.uri()));
    }
    return uris;
  }

  @Override
  public List<String> prompts() {
    List<String> names = new ArrayList<>();
    McpSchema.ListPromptsResult page = client.prompts().list();
    page.prompts().forEach(prompt -> names.add(prompt.name()));
    while (page.nextCursor() != null) {
      page = client.prompts().cursor(page.nextCursor()).list();
      page.prompts().forEach(prompt -> names.add(prompt.name()));
    }
    return names;
  }

  @Override
  public String call(String tool, Map<String, Object> arguments) {
    return client.tool(tool).arguments(arguments).call().content().stream()
        .filter(McpSchema.TextContent.class::isInstance)
        .map(content -> ((McpSchema.TextContent) content).text())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    // The client of a stateless revision has nothing to close.
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> answers(Map<String, Object> schema) {
    Map<String, Map<String, Object>> fields =
        (Map<String, Map<String, Object>>) schema.get("properties");
    List<String> required = (List<String>) schema.getOrDefault("required", List.of());
    return required.stream()
        .collect(Collectors.toMap(name -> name, name -> answer(fields.get(name))));
  }

  private static Object answer(Map<String, Object> field) {
    if (field.get("enum") instanceof List<?> choices) {
      return choices.get(0);
    }
    return switch (String.valueOf(field.get("type"))) {
      case "boolean" -> true;
      case "integer", "number" -> field.getOrDefault("minimum", 1);
      default -> "email".equals(field.get("format")) ? "ada@example.com" : "Ada";
    };
  }
}
