package io.everythingmcp.conformance.clients;

import static io.everythingmcp.conformance.clients.JavaSdkClient.anyText;
import static io.everythingmcp.conformance.clients.JavaSdkClient.error;
import static io.everythingmcp.conformance.clients.JavaSdkClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The client of the official Java SDK uses every feature over each transport. */
@ParameterizedClass
@EnumSource(ClientTransport.class)
class JavaSdkClientIT {
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
  void initializeReturnsServerInfoAndCapabilities() {
    assertThat(client.sdk().getCurrentInitializationResult().protocolVersion())
        .isEqualTo("2025-11-25");
    assertThat(client.sdk().getServerInfo().name()).isEqualTo("everything-server");
    assertThat(client.sdk().getServerInstructions()).isNotBlank();
    McpSchema.ServerCapabilities can = client.sdk().getServerCapabilities();
    assertThat(can.tools().listChanged()).isTrue();
    assertThat(can.prompts().listChanged()).isTrue();
    assertThat(can.resources().listChanged()).isTrue();
    assertThat(can.resources().subscribe()).isTrue();
    assertThat(can.logging()).isNotNull();
    assertThat(can.completions()).isNotNull();
  }

  @Test
  void pingHasAResponse() {
    assertThat(client.sdk().ping()).isNotNull();
  }

  @Test
  void toolsAreListedWithAllMetadata() {
    List<McpSchema.Tool> tools = client.sdk().listTools().tools();
    assertThat(tools)
        .extracting(McpSchema.Tool::name)
        .doesNotHaveDuplicates()
        .contains(
            "echo",
            "add",
            "longRunningOperation",
            "sampleLLM",
            "getTinyImage",
            "annotatedMessage",
            "getResourceReference",
            "getResourceLinks",
            "getStructuredContent",
            "getStructuredContentList",
            "elicitInputs",
            "elicitUrl",
            "collectDetails",
            "listRoots",
            "whoAmI",
            "getTinyAudio",
            "createSessionResource",
            "toggleSimulatedLogging",
            "toggleResourceUpdates",
            "addTool",
            "removeTool",
            "announceChange",
            "failOnPurpose",
            "regionalGreeting");
    List<McpSchema.Tool> ours = tools.stream().filter(t -> !t.name().contains("_")).toList();
    assertThat(ours).allMatch(tool -> tool.title() != null && tool.description() != null);
    assertThat(ours).allMatch(tool -> tool.annotations().readOnlyHint() != null);
    assertThat(ours).anyMatch(tool -> tool.icons() != null && !tool.icons().isEmpty());
  }

  @Test
  void textToolsReturnText() {
    assertThat(text(client.call("echo", Map.of("message", "hello \u00fc \uD83D\uDE00"))))
        .isEqualTo("Echo: hello \u00fc \uD83D\uDE00");
    assertThat(text(client.call("add", Map.of("a", 2, "b", 3.5))))
        .isEqualTo("The sum of 2 and 3.5 is 5.5.");
    assertThat(text(client.call("regionalGreeting", Map.of("region", "north", "level", 2))))
        .isEqualTo("Hello, north!!!");
    assertThat(text(client.call("whoAmI"))).contains("scopes");
  }

  @Test
  void toolsReturnEveryKindOfContent() {
    assertThat(client.call("getTinyImage").content())
        .anyMatch(McpSchema.ImageContent.class::isInstance);
    assertThat(client.call("getTinyAudio").content())
        .anyMatch(McpSchema.AudioContent.class::isInstance);
    assertThat(client.call("getResourceReference", Map.of("resourceId", 2)).content())
        .anyMatch(McpSchema.EmbeddedResource.class::isInstance);
    assertThat(client.call("getResourceLinks", Map.of("count", 4)).content())
        .filteredOn(McpSchema.ResourceLink.class::isInstance)
        .hasSize(4);
  }

  @Test
  void contentCarriesAnnotations() {
    CallToolResult result =
        client.call("annotatedMessage", Map.of("messageType", "error", "includeImage", true));
    TextContent text = (TextContent) result.content().get(0);
    assertThat(text.annotations().priority()).isEqualTo(1.0);
    assertThat(text.annotations().audience())
        .containsExactly(McpSchema.Role.USER, McpSchema.Role.ASSISTANT);
    assertThat(result.content().get(1)).isInstanceOf(McpSchema.ImageContent.class);
  }

  @Test
  void structuredContentConformsToItsSchema() {
    // The client of the SDK validates against the outputSchema once it has listed the tools.
    client.sdk().listTools();
    CallToolResult one = client.call("getStructuredContent", Map.of("location", "New York"));
    assertThat(one.structuredContent()).isInstanceOf(Map.class);
    CallToolResult list =
        client.call("getStructuredContentList", Map.of("location", "Chicago", "days", 2));
    assertThat((List<?>) ((Map<?, ?>) list.structuredContent()).get("result")).hasSize(2);
  }

  @Test
  void invalidArgumentsAreAToolError() {
    CallToolResult result = client.call("add", Map.of("a", "two", "b", 3));
    assertThat(result.isError()).isTrue();
    // English regardless of the locale of the server.
    assertThat(anyText(result)).contains("add", "number expected");
  }

  @Test
  void failuresHaveTheirFormats() {
    assertThat(client.call("failOnPurpose", Map.of("kind", "tool_error")).isError()).isTrue();
    error(-32603, () -> client.call("failOnPurpose", Map.of("kind", "protocol_error")));
    error(-32603, () -> client.call("failOnPurpose", Map.of("kind", "timeout")));
    error(-32602, () -> client.call("noSuchTool"));
  }

  @Test
  void resourcesHavePagesOfTen() {
    McpSchema.ListResourcesResult page = client.sdk().listResources(McpSchema.FIRST_PAGE);
    int pages = 1;
    List<Resource> all = new ArrayList<>(page.resources());
    while (page.nextCursor() != null) {
      assertThat(page.resources()).hasSize(10);
      page = client.sdk().listResources(page.nextCursor());
      all.addAll(page.resources());
      pages++;
    }
    assertThat(all).extracting(Resource::uri).doesNotHaveDuplicates();
    assertThat(all.stream().filter(r -> r.uri().startsWith("test://static/resource/")))
        .hasSize(100);
    assertThat(pages).isGreaterThanOrEqualTo(10);
    error(-32602, () -> client.sdk().listResources("no cursor of ours"));
  }

  @Test
  void templatesAreListedAndRead() {
    assertThat(client.sdk().listResourceTemplates().resourceTemplates())
        .extracting(McpSchema.ResourceTemplate::uriTemplate)
        .contains("test://static/resource/{id}", "test://clock/{zone}", "docs://everything/{page}");
    assertThat(((TextResourceContents) client.read("docs://everything/welcome")).text())
        .isNotBlank();
    assertThat(((TextResourceContents) client.read("test://clock/UTC")).text()).isNotBlank();
  }

  @Test
  void textsAndBytesAreRead() {
    assertThat(((TextResourceContents) client.read("test://static/resource/1")).text())
        .isEqualTo("Resource 1: This is a plaintext resource");
    assertThat(((McpSchema.BlobResourceContents) client.read("test://static/resource/2")).blob())
        .isBase64();
    error(-32002, () -> client.read("test://static/resource/101"));
  }

  @Test
  void promptsAreListedAndRendered() {
    assertThat(client.sdk().listPrompts().prompts())
        .extracting(McpSchema.Prompt::name)
        .contains("simple_prompt", "complex_prompt", "resource_prompt", "completable_prompt");
    assertThat(prompt("simple_prompt", Map.of()).messages()).hasSize(1);
    GetPromptResult complex =
        prompt("complex_prompt", Map.of("temperature", "0.5", "style", "formal"));
    assertThat(complex.messages()).hasSize(3);
    assertThat(complex.messages().get(2).content()).isInstanceOf(McpSchema.ImageContent.class);
    assertThat(prompt("resource_prompt", Map.of("resourceId", "4")).messages().get(1).content())
        .isInstanceOf(McpSchema.EmbeddedResource.class);
    assertThat(
            prompt("completable_prompt", Map.of("department", "Sales", "name", "Eve"))
                .messages()
                .toString())
        .contains("Eve", "Sales");
    error(-32602, () -> prompt("complex_prompt", Map.of()));
  }

  @Test
  void argumentsAreCompleted() {
    assertThat(completed(new PromptReference("completable_prompt"), "department", "s", Map.of()))
        .containsExactly("Sales", "Support");
    assertThat(
            completed(
                new PromptReference("completable_prompt"),
                "name",
                "",
                Map.of("department", "Sales")))
        .containsExactly("David", "Eve", "Frank");
    assertThat(completed(new ResourceReference("test://static/resource/{id}"), "id", "9", Map.of()))
        .hasSize(11)
        .contains("9", "90", "99");
  }

  private static GetPromptResult prompt(String name, Map<String, Object> arguments) {
    return client.sdk().getPrompt(GetPromptRequest.builder(name).arguments(arguments).build());
  }

  private static List<String> completed(
      McpSchema.CompleteReference reference,
      String argument,
      String typed,
      Map<String, String> context) {
    return client
        .sdk()
        .completeCompletion(
            CompleteRequest.builder(
                    reference, new CompleteRequest.CompleteArgument(argument, typed))
                .context(new CompleteRequest.CompleteContext(context))
                .build())
        .completion()
        .values();
  }
}
