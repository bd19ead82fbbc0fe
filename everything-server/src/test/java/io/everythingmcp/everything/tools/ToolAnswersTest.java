package io.everythingmcp.everything.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.JsonSchemas;
import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.Role;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolAnswersTest {
  private static RequestOutcome call(Tool tool, Map<String, Object> arguments) {
    return tool.call(RecordingCall.with(arguments));
  }

  @Test
  void echoReturnsItsMessage() {
    assertThat(OutcomeReader.text(call(new EchoTool(), Map.of("message", "hi"))))
        .isEqualTo("Echo: hi");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, The sum of 2 and 3 is 5.",
    "1.5, 2, The sum of 1.5 and 2 is 3.5.",
    "-1, 1, The sum of -1 and 1 is 0.",
    "1e20, 1, The sum of 100000000000000000000 and 1 is 100000000000000000000.",
  })
  void addFormatsNumbersPlainly(double a, double b, String expected) {
    assertThat(OutcomeReader.text(call(new AddNumbersTool(), Map.of("a", a, "b", b))))
        .isEqualTo(expected);
  }

  @Test
  void addAcceptsVeryLargeNumbers() {
    assertThat(OutcomeReader.text(call(new AddNumbersTool(), Map.of("a", 1e308, "b", 1e308))))
        .endsWith("is Infinity.");
  }

  @Test
  void tinyImageIsAPng() {
    List<McpSchema.Content> content =
        OutcomeReader.tool(call(new TinyImageTool(), Map.of())).content();
    assertThat(content).hasSize(3);
    McpSchema.ImageContent image = (McpSchema.ImageContent) content.get(1);
    assertThat(image.mimeType()).isEqualTo("image/png");
    assertThat(Base64.getDecoder().decode(image.data())).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void tinySoundIsAWaveFileWithAValidLength() {
    McpSchema.AudioContent sound =
        (McpSchema.AudioContent)
            OutcomeReader.tool(call(new TinyAudioTool(), Map.of())).content().get(1);
    byte[] wave = Base64.getDecoder().decode(sound.data());
    assertThat(sound.mimeType()).isEqualTo("audio/wav");
    assertThat(new String(wave, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    int length = ByteBuffer.wrap(wave).order(ByteOrder.LITTLE_ENDIAN).getInt(4) + 8;
    assertThat(length).isEqualTo(wave.length);
  }

  @ParameterizedTest
  @CsvSource({
    "error, Error: Operation failed, 1.0, USER ASSISTANT",
    "success, Operation completed successfully, 0.7, USER",
    "debug, 'Debug: Cache hit ratio 0.95, latency 150ms', 0.3, ASSISTANT",
  })
  void annotatedMessageHasAnAudience(String type, String text, double priority, String audience) {
    List<McpSchema.Content> content =
        OutcomeReader.tool(
                call(new AnnotatedMessageTool(), Map.of("messageType", type, "includeImage", true)))
            .content();
    McpSchema.TextContent message = (McpSchema.TextContent) content.get(0);
    assertThat(message.text()).isEqualTo(text);
    assertThat(message.annotations().priority()).isEqualTo(priority);
    assertThat(message.annotations().audience())
        .extracting(Role::name)
        .containsExactly(audience.split(" "));
    assertThat(((McpSchema.ImageContent) content.get(1)).annotations().priority()).isEqualTo(0.5);
  }

  @Test
  void imageIsIncludedOnRequest() {
    RequestOutcome outcome = call(new AnnotatedMessageTool(), Map.of("messageType", "debug"));
    assertThat(OutcomeReader.tool(outcome).content()).hasSize(1);
  }

  @Test
  void resourceReferenceEmbedsTheResource() {
    List<McpSchema.Content> content =
        OutcomeReader.tool(call(new ResourceReferenceTool(), Map.of("resourceId", 3))).content();
    assertThat(((McpSchema.TextContent) content.get(0)).text())
        .isEqualTo("Returning resource reference for Resource 3:");
    McpSchema.ResourceContents held = ((McpSchema.EmbeddedResource) content.get(1)).resource();
    assertThat(((McpSchema.TextResourceContents) held).text())
        .isEqualTo("Resource 3: This is a plaintext resource");
    assertThat(((McpSchema.TextContent) content.get(2)).text())
        .isEqualTo("You can access this resource using the URI: test://static/resource/3");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "10, 11"})
  void linkCountIsTheArgument(int count, int contents) {
    List<McpSchema.Content> content =
        OutcomeReader.tool(call(new ResourceLinksTool(), Map.of("count", count))).content();
    assertThat(content).hasSize(contents);
    assertThat(((McpSchema.ResourceLink) content.get(1)).uri())
        .isEqualTo("test://static/resource/1");
    assertThat(OutcomeReader.wire(content.get(1))).containsEntry("type", "resource_link");
  }

  @Test
  void linkCountDefaultsToThree() {
    assertThat(OutcomeReader.tool(call(new ResourceLinksTool(), Map.of())).content()).hasSize(4);
  }

  @Test
  void structuredContentIsValidAndMirroredAsText() {
    StructuredContentTool tool = new StructuredContentTool();
    RequestOutcome outcome = call(tool, Map.of("location", "New York"));
    Object structure = OutcomeReader.tool(outcome).structuredContent();
    assertThat(JsonSchemas.ofValue(tool.definition().outputSchema(), structure)).isEmpty();
    assertThat(OutcomeReader.text(outcome))
        .isEqualTo("{\"temperature\":33,\"conditions\":\"Cloudy\",\"humidity\":82}");
  }

  @Test
  void structuredContentMayBeAList() {
    StructuredContentListTool tool = new StructuredContentListTool();
    Object structure =
        OutcomeReader.tool(call(tool, Map.of("location", "Chicago", "days", 5)))
            .structuredContent();
    assertThat(JsonSchemas.ofValue(tool.definition().outputSchema(), structure)).isEmpty();
    assertThat((List<?>) structure).hasSize(5);
    assertThat(JsonSchemas.ofValue(tool.definition().outputSchema(), List.of(Map.of("day", 1))))
        .isNotEmpty();
  }

  @Test
  void whoAmIReturnsOnlyTheCaller() {
    CallerIdentity alice =
        new CallerIdentity(
            "bearer",
            Optional.of("http://issuer"),
            Optional.of("alice"),
            Optional.of("client-1"),
            Set.of("mcp:write", "mcp:read"),
            Optional.empty(),
            Optional.empty(),
            Map.of("secret", "not for tools"));
    WhoAmITool tool = new WhoAmITool();
    Object who =
        OutcomeReader.tool(tool.call(RecordingCall.empty().from(alice))).structuredContent();
    assertThat(who)
        .isEqualTo(
            Map.of(
                "issuer", "http://issuer",
                "subject", "alice",
                "clientId", "client-1",
                "scopes", List.of("mcp:read", "mcp:write"),
                "method", "bearer"));
    assertThat(JsonSchemas.ofValue(tool.definition().outputSchema(), who)).isEmpty();
  }

  @Test
  void whoAmISupportsUnauthenticatedCallers() {
    WhoAmITool tool = new WhoAmITool();
    Object who = OutcomeReader.tool(call(tool, Map.of())).structuredContent();
    assertThat(JsonSchemas.ofValue(tool.definition().outputSchema(), who)).isEmpty();
    assertThat(((Map<?, ?>) who).containsKey("subject")).isFalse();
  }

  @Test
  void toolFailsInEachWay() {
    FailOnPurposeTool tool = new FailOnPurposeTool();
    assertThat(OutcomeReader.errorText(call(tool, Map.of("kind", "tool_error"))))
        .contains("on purpose");
    assertThat(OutcomeReader.failed(call(tool, Map.of("kind", "protocol_error"))).kind())
        .isEqualTo(ErrorKind.INTERNAL_ERROR);
    RecordingCall slow = RecordingCall.with(Map.of("kind", "timeout")).cancelledAtWait(1);
    assertThat(OutcomeReader.failed(tool.call(slow)).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(slow.waits).hasSize(1);
  }

  @Test
  void greetingDependsOnItsLevel() {
    RegionalGreetingTool tool = new RegionalGreetingTool();
    assertThat(OutcomeReader.text(call(tool, Map.of("region", "Hesse", "level", 2))))
        .isEqualTo("Hello, Hesse!!!");
    assertThat(OutcomeReader.text(call(tool, Map.of()))).isEqualTo("Hello, everywhere!!");
  }

  @Test
  void extraToolIsToggled() {
    RecordingCall call = RecordingCall.empty();
    assertThat(OutcomeReader.text(ChangeToolListTool.adding().call(call)))
        .isEqualTo("The tool extraTool is now on");
    assertThat(OutcomeReader.text(ChangeToolListTool.adding().call(call)))
        .isEqualTo("The tool extraTool was already on");
    assertThat(OutcomeReader.text(ChangeToolListTool.removing().call(call)))
        .isEqualTo("The tool extraTool is now off");
    assertThat(call.actions).containsExactly("enable extraTool", "disable extraTool");
  }

  @Test
  void loggingIsToggledAndStartsImmediately() {
    RecordingCall call = RecordingCall.empty();
    assertThat(OutcomeReader.text(new ToggleLoggingTool().call(call))).startsWith("Started");
    assertThat(call.actions)
        .anyMatch(line -> line.matches("session log \\w+ [A-Z]\\w+-level message"))
        .contains("every PT5S toggleSimulatedLogging");
    assertThat(OutcomeReader.text(new ToggleLoggingTool().call(call))).startsWith("Stopped");
    assertThat(call.actions).noneMatch(line -> line.startsWith("every"));
  }

  @Test
  void updatesAreToggledForSubscriptions() {
    RecordingCall call = RecordingCall.empty();
    assertThat(OutcomeReader.text(new ToggleUpdatesTool().call(call))).startsWith("Started");
    assertThat(call.actions).contains("session updated test://clock/UTC");
    assertThat(OutcomeReader.text(new ToggleUpdatesTool().call(call))).startsWith("Stopped");
  }
}
