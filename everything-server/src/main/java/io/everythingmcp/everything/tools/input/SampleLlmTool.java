package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** Requests a sample from the client's model. */
public final class SampleLlmTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "sampleLLM",
              SchemaBuilder.arguments()
                  .required("prompt", SchemaBuilder.string("The prompt to send to the LLM"))
                  .optional(
                      "maxTokens",
                      SchemaBuilder.integer("Maximum number of tokens to generate")
                          .range(1, 100_000)
                          .defaultValue(100))
                  .optional(
                      "withTools",
                      SchemaBuilder.bool(
                              "Whether the LLM may call a weather tool before it responds")
                          .defaultValue(false))
                  .optional(
                      "model",
                      SchemaBuilder.string(
                          "A name of a model, or a part of one, that is preferred"))
                  .optional(
                      "stopSequences",
                      SchemaBuilder.array(
                          "Texts at which the LLM stops writing",
                          SchemaBuilder.string("Such a text").schema()))
                  .schema())
          .title("Sample an LLM")
          .description("Samples from an LLM using MCP's sampling feature")
          .annotations(ToolHints.OPEN_WORLD)
          .icons(SampleMedia.icon("\uD83D\uDCAC"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public TaskSupport taskSupport() {
    return TaskSupport.OPTIONAL;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    SamplingRoundTrip round = SamplingRoundTrip.of(call);
    InputResponse response = call.inputResponses().get(round.key());
    if (response == null) {
      return requestSample(call, round);
    }
    if (response.hasError()) {
      return RequestOutcome.toolError("The client did not sample: " + response.error());
    }
    if (!SamplingRoundTrip.wantsTools(response)) {
      String text = response.text();
      return RequestOutcome.text(
          "LLM sampling result: "
              + (text.isEmpty() ? WireJson.text(response.contentBlocks()) : text));
    }
    return call.booleanArgument("withTools", false) && !round.last()
        ? requestSample(call, round.next(response))
        : RequestOutcome.toolError(
            "The LLM called a tool that was not available in this round trip");
  }

  private static RequestOutcome requestSample(RequestContext call, SamplingRoundTrip round) {
    boolean tools = call.booleanArgument("withTools", false);
    InputRequest.Sampling sampling =
        new InputRequest.Sampling(
            round.messages(),
            (int) call.numberArgument("maxTokens", 100),
            "You are a helpful test server.",
            0.7,
            call.clientInfo().supports(ClientCapability.SAMPLING_CONTEXT) ? "thisServer" : null,
            preferences(call.stringArgument("model", "")),
            stops(call),
            Map.of("io.everythingmcp/tool", "sampleLLM"),
            tools ? WeatherForModels.tools() : null,
            tools ? round.toolChoice() : null);
    return new RequestOutcome.InputRequired(Map.of(round.key(), sampling), round.state());
  }

  /** Cost before speed before intelligence. */
  private static McpSchema.ModelPreferences preferences(String model) {
    McpSchema.ModelPreferences.Builder preferences =
        McpSchema.ModelPreferences.builder()
            .costPriority(0.8)
            .speedPriority(0.6)
            .intelligencePriority(0.3);
    return model.isBlank() ? preferences.build() : preferences.addHint(model).build();
  }

  private static List<String> stops(RequestContext call) {
    return call.arguments().get("stopSequences") instanceof List<?> texts && !texts.isEmpty()
        ? texts.stream().map(Object::toString).toList()
        : null;
  }
}
