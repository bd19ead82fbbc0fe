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
public final class JavaSdkProgram {
  public static void main(String[] args) {
    Checks checks = new Checks("Java SDK 2.2.0, io.modelcontextprotocol.modern, 2026-07-28");
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    McpSyncClient client =
        McpClient.sync(HttpClientMcpTransport.builder(args[0] + "/mcp").build())
            .clientInfo(McpSchema.Implementation.builder("java-sdk-modern", "1.0.0").build())
            .formElicitation(
                request -> {
                  asked.add(request.message());
                  return McpSchema.ElicitResult.accept(answers(request.requestedSchema()));
                })
            .build();
    Checks.Caller caller =
        (tool, arguments) ->
            client.tool(tool).arguments(arguments).call().content().stream()
                .filter(McpSchema.TextContent.class::isInstance)
                .map(content -> ((McpSchema.TextContent) content).text())
                .collect(Collectors.joining("\n"));
    checks.check("discovers the server", client::discover);
    checks.tools(() -> client.listTools().list().tools().stream().map(McpSchema.Tool::name).toList());
    checks.resources(
        () -> {
          List<String> uris = new ArrayList<>();
          McpSchema.ListResourcesResult page = client.resources().list();
          page.resources().forEach(resource -> uris.add(resource.uri()));
          while (page.nextCursor() != null) {
            page = client.resources().cursor(page.nextCursor()).list();
            page.resources().forEach(resource -> uris.add(resource.uri()));
          }
          return uris;
        });
    checks.prompts(
        () -> {
          List<String> names = new ArrayList<>();
          McpSchema.ListPromptsResult page = client.prompts().list();
          page.prompts().forEach(prompt -> names.add(prompt.name()));
          while (page.nextCursor() != null) {
            page = client.prompts().cursor(page.nextCursor()).list();
            page.prompts().forEach(prompt -> names.add(prompt.name()));
          }
          return names;
        });
    checks.echo(caller);
    checks.progress(caller);
    checks.check(
        "answers an elicitation",
        () -> {
          caller.call("elicitInputs", Map.of());
          Checks.expect(!asked.isEmpty(), "the client was not asked");
        });
    checks.check(
        "is notified of a changed list",
        () -> {
          BlockingQueue<String> heard = new LinkedBlockingQueue<>();
          try (var listening =
              client.listen().toolsChanged().open(event -> heard.add(event.toString()))) {
            caller.call("addTool", Map.of());
            try {
              Checks.expect(heard.poll(20, TimeUnit.SECONDS) != null, "no event in 20 s");
            } finally {
              caller.call("removeTool", Map.of());
            }
          }
        });
    Checks.done();
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
