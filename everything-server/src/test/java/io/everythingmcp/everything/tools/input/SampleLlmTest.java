package io.everythingmcp.everything.tools.input;

import static io.everythingmcp.api.OutcomeReader.error;
import static io.everythingmcp.api.OutcomeReader.errorText;
import static io.everythingmcp.api.OutcomeReader.inputRequired;
import static io.everythingmcp.api.OutcomeReader.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.testing.RecordingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleLlmTest {
  private static final InputResponse WANTS_WEATHER =
      new InputResponse(
          Map.of(
              "role",
              "assistant",
              "content",
              List.of(
                  toolUse("a", "get_weather", "Chicago"), toolUse("b", "get_weather", "Atlantis"))),
          null);

  private final SampleLlmTool tool = new SampleLlmTool();

  private static Map<String, Object> toolUse(String id, String name, String city) {
    return Map.of("type", "tool_use", "id", id, "name", name, "input", Map.of("location", city));
  }

  private static InputResponse textResponse(String text) {
    return new InputResponse(
        Map.of("role", "assistant", "content", Map.of("type", "text", "text", text)), null);
  }

  @Test
  void requestIsThatOfTheReferenceServer() {
    InputRequest.Sampling sample = first(RecordingCall.with(Map.of("prompt", "Hi")));
    assertThat(sample.messages())
        .containsExactly(InputRequest.Sampling.userText("Resource sampleLLM context: Hi"));
    assertThat(sample.maxTokens()).isEqualTo(100);
    assertThat(sample.temperature()).isEqualTo(0.7);
    assertThat(sample.systemPrompt()).isEqualTo("You are a helpful test server.");
    assertThat(sample.requiredCapability()).isEqualTo(ClientCapability.SAMPLING);
  }

  @Test
  void contextIsIncludedIfSupported() {
    assertThat(first(RecordingCall.with(Map.of("prompt", "Hi"))).includeContext()).isNull();
    Map<String, Object> capabilities = Map.of("sampling", Map.of("context", Map.of()));
    assertThat(
            first(RecordingCall.with(Map.of("prompt", "Hi")).declaring(capabilities))
                .includeContext())
        .isEqualTo("thisServer");
  }

  private InputRequest.Sampling first(RecordingCall call) {
    return (InputRequest.Sampling)
        inputRequired(tool.call(call)).inputRequests().values().iterator().next();
  }

  @Test
  void modelTextIsReturned() {
    RecordingCall call = RecordingCall.with(Map.of("prompt", "Hi"));
    assertThat(text(call.play(tool::call, inputRequest -> textResponse("Hello"))))
        .isEqualTo("LLM sampling result: Hello");
  }

  @Test
  void nonTextContentIsReturned() {
    InputResponse image =
        new InputResponse(
            Map.of("content", Map.of("type", "image", "mimeType", "image/png")), null);
    RecordingCall call = RecordingCall.with(Map.of("prompt", "Hi"));
    assertThat(text(call.play(tool::call, inputRequest -> image))).contains("image/png");
  }

  @Test
  void errorResponseIsAToolError() {
    RecordingCall call = RecordingCall.with(Map.of("prompt", "Hi"));
    assertThat(errorText(call.play(tool::call, inputRequest -> error("User rejected"))))
        .contains("User rejected");
  }

  @Test
  void eachToolUseHasOneToolResult() {
    List<InputRequest.Sampling> asked = new ArrayList<>();
    RecordingCall call = RecordingCall.with(Map.of("prompt", "Weather?", "withTools", true));
    String answer =
        text(
            call.play(
                tool::call,
                inputRequest -> {
                  asked.add((InputRequest.Sampling) inputRequest);
                  return asked.size() == 1 ? WANTS_WEATHER : textResponse("Rain in Chicago");
                }));
    assertThat(answer).isEqualTo("LLM sampling result: Rain in Chicago");
    assertThat(asked).hasSize(2);
    assertThat(asked.get(0).requiredCapability()).isEqualTo(ClientCapability.SAMPLING_TOOLS);
    assertThat(asked.get(0).tools()).extracting(offered -> offered.get("name")).hasSize(1);
    assertThat(asked.get(1).messages()).hasSize(3);
    assertThat(asked.get(1).messages().get(1)).containsEntry("role", "assistant");
    List<?> results = (List<?>) asked.get(1).messages().get(2).get("content");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).toString()).contains("toolUseId=a", "isError=false", "drizzle");
    assertThat(results.get(1).toString()).contains("toolUseId=b", "isError=true");
  }

  @Test
  void toolLoopIsLimited() {
    List<Object> choices = new ArrayList<>();
    RecordingCall call = RecordingCall.with(Map.of("prompt", "Weather?", "withTools", true));
    assertThat(
            errorText(
                call.play(
                    tool::call,
                    inputRequest -> {
                      choices.add(((InputRequest.Sampling) inputRequest).toolChoice().get("mode"));
                      return WANTS_WEATHER;
                    })))
        .contains("not available in this round trip");
    assertThat(choices).containsExactly("auto", "auto", "none");
  }

  @Test
  void unknownToolUseIsRejected() {
    RecordingCall call = RecordingCall.with(Map.of("prompt", "Hi"));
    assertThat(errorText(call.play(tool::call, inputRequest -> WANTS_WEATHER)))
        .contains("not available");
  }
}
