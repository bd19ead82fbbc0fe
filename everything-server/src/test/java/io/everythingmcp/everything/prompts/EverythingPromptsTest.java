package io.everythingmcp.everything.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EverythingPromptsTest {
  private static List<McpSchema.PromptMessage> messages(
      Prompt prompt, Map<String, Object> arguments) {
    return OutcomeReader.prompt(prompt.get(RecordingCall.with(arguments))).messages();
  }

  private static String text(McpSchema.PromptMessage message) {
    return ((McpSchema.TextContent) message.content()).text();
  }

  @Test
  void promptsAreThoseOfTheContract() {
    assertThat(EverythingPrompts.all())
        .extracting(prompt -> prompt.definition().name())
        .containsExactly(
            "simple_prompt", "complex_prompt", "resource_prompt", "completable_prompt");
  }

  @Test
  void simplePromptHasOneMessage() {
    assertThat(messages(new SimplePrompt(), Map.of()))
        .singleElement()
        .satisfies(
            message ->
                assertThat(text(message)).isEqualTo("This is a simple prompt without arguments."));
  }

  @Test
  void complexPromptHasBothRolesAndAnImage() {
    List<McpSchema.PromptMessage> messages =
        messages(new ComplexPrompt(), Map.of("temperature", "0.7", "style", "formal"));
    assertThat(messages)
        .extracting(McpSchema.PromptMessage::role)
        .containsExactly(McpSchema.Role.USER, McpSchema.Role.ASSISTANT, McpSchema.Role.USER);
    assertThat(text(messages.get(0)))
        .isEqualTo("This is a complex prompt with arguments: temperature=0.7, style=formal");
    assertThat(messages.get(2).content()).isInstanceOf(McpSchema.ImageContent.class);
  }

  @Test
  void onlyTheTemperatureIsRequired() {
    assertThat(new ComplexPrompt().definition().arguments())
        .filteredOn(McpSchema.PromptArgument::required)
        .extracting(McpSchema.PromptArgument::name)
        .containsExactly("temperature");
    assertThat(text(messages(new ComplexPrompt(), Map.of("temperature", "0")).get(0)))
        .endsWith("temperature=0, style=none");
  }

  @Test
  void resourceIsEmbedded() {
    List<McpSchema.PromptMessage> messages =
        messages(new ResourcePrompt(), Map.of("resourceId", "100"));
    assertThat(text(messages.get(0)))
        .isEqualTo("This prompt includes Resource 100. Please analyze the following resource:");
    McpSchema.EmbeddedResource resource = (McpSchema.EmbeddedResource) messages.get(1).content();
    assertThat(resource.resource().uri()).isEqualTo("test://static/resource/100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "1.5", "x", "", " 1", "99999999999999"})
  void missingResourceIsRejected(String id) {
    RecordingCall call = RecordingCall.with(Map.of("resourceId", id));
    assertThat(OutcomeReader.failed(new ResourcePrompt().get(call)).kind())
        .isEqualTo(ErrorKind.INVALID_PARAMS);
  }

  @ParameterizedTest
  @CsvSource({
    "Engineering, Alice Bob Charlie",
    "Sales, David Eve Frank",
    "Marketing, Grace Henry Iris",
    "Support, John Kim Lee",
  })
  void namesDependOnTheDepartment(String department, String names) {
    CompletablePrompt prompt = new CompletablePrompt();
    assertThat(prompt.completions("name", Map.of("department", department)))
        .contains(List.of(names.split(" ")));
    assertThat(prompt.completions("department", Map.of()).orElseThrow()).contains(department);
  }

  @Test
  void withoutADepartmentThereAreNoNames() {
    CompletablePrompt prompt = new CompletablePrompt();
    assertThat(prompt.completions("name", Map.of())).contains(List.of());
    assertThat(prompt.completions("other", Map.of())).isEmpty();
  }

  @Test
  void promptNamesTheEmployee() {
    Map<String, Object> arguments = Map.of("department", "Sales", "name", "Eve");
    assertThat(text(messages(new CompletablePrompt(), arguments).get(0)))
        .isEqualTo("Please promote Eve to the head of the Sales team.");
  }

  @Test
  void valuesAreThoseOfTheReferenceServer() {
    assertThat(new ComplexPrompt().completions("temperature", Map.of()))
        .contains(List.of("0", "0.5", "0.7", "1.0"));
    assertThat(new ComplexPrompt().completions("style", Map.of()))
        .contains(List.of("casual", "formal", "technical", "friendly"));
    assertThat(new ResourcePrompt().completions("resourceId", Map.of()))
        .contains(List.of("1", "2", "3", "4", "5"));
  }
}
