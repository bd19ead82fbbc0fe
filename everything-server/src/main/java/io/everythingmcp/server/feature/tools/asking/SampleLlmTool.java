package io.everythingmcp.server.feature.tools.asking;

import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Capability;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Question;
import io.everythingmcp.server.feature.TaskSupport;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.everythingmcp.server.wire.Json;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** Lets the client's model write something. */
public final class SampleLlmTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "sampleLLM",
              Schemas.arguments()
                  .required("prompt", Schemas.string("The prompt to send to the LLM"))
                  .optional(
                      "maxTokens",
                      Schemas.integer("Maximum number of tokens to generate")
                          .between(1, 100_000)
                          .defaultsTo(100))
                  .optional(
                      "withTools",
                      Schemas.bool("Whether the LLM may ask for the weather before it answers")
                          .defaultsTo(false))
                  .optional(
                      "model",
                      Schemas.string("A name of a model, or a part of one, that is preferred"))
                  .optional(
                      "stopSequences",
                      Schemas.list(
                          "Texts at which the LLM stops writing",
                          Schemas.string("Such a text").schema()))
                  .schema())
          .title("Sample an LLM")
          .description("Samples from an LLM using MCP's sampling feature")
          .annotations(Hints.ASKS)
          .icons(Media.icon("\uD83D\uDCAC"))
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
  public Outcome call(Call call) {
    SamplingRound round = SamplingRound.of(call);
    Answer answer = call.answers().get(round.key());
    if (answer == null) {
      return ask(call, round);
    }
    if (answer.failed()) {
      return Outcome.toolError("The client did not sample: " + answer.error());
    }
    if (!SamplingRound.wantsTools(answer)) {
      String text = answer.text();
      return Outcome.text(
          "LLM sampling result: " + (text.isEmpty() ? Json.text(answer.blocks()) : text));
    }
    return call.flag("withTools", false) && !round.last()
        ? ask(call, round.next(answer))
        : Outcome.toolError("The LLM asked for a tool that it was not offered any more");
  }

  private static Outcome ask(Call call, SamplingRound round) {
    boolean tools = call.flag("withTools", false);
    Question.Sample sample =
        new Question.Sample(
            round.messages(),
            (int) call.number("maxTokens", 100),
            "You are a helpful test server.",
            0.7,
            call.client().supports(Capability.SAMPLING_CONTEXT) ? "thisServer" : null,
            preferences(call.string("model", "")),
            stops(call),
            Map.of("io.everythingmcp/tool", "sampleLLM"),
            tools ? WeatherForModels.tools() : null,
            tools ? round.toolChoice() : null);
    return new Outcome.Asks(Map.of(round.key(), sample), round.state());
  }

  /** Rather fast than clever, and rather cheap than fast: this is a test. */
  private static McpSchema.ModelPreferences preferences(String model) {
    McpSchema.ModelPreferences.Builder preferences =
        McpSchema.ModelPreferences.builder()
            .costPriority(0.8)
            .speedPriority(0.6)
            .intelligencePriority(0.3);
    return model.isBlank() ? preferences.build() : preferences.addHint(model).build();
  }

  private static List<String> stops(Call call) {
    return call.arguments().get("stopSequences") instanceof List<?> texts && !texts.isEmpty()
        ? texts.stream().map(Object::toString).toList()
        : null;
  }
}
