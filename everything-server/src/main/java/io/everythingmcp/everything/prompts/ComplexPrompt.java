package io.everythingmcp.everything.prompts;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation of three messages with two arguments and an image. */
final class ComplexPrompt implements Prompt, InstantFeature {
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "temperature", List.of("0", "0.5", "0.7", "1.0"),
          "style", List.of("casual", "formal", "technical", "friendly"));

  private final McpSchema.Prompt definition =
      McpSchema.Prompt.builder("complex_prompt")
          .title("Complex prompt")
          .description("A prompt with arguments")
          .arguments(
              List.of(
                  new McpSchema.PromptArgument(
                      "temperature", "Temperature", "Temperature setting", true),
                  new McpSchema.PromptArgument("style", "Style", "Output style", false)))
          .icons(SampleMedia.icon())
          .meta(Map.of("io.everythingmcp/shows", "arguments"))
          .build();

  @Override
  public McpSchema.Prompt definition() {
    return definition;
  }

  @Override
  public RequestOutcome get(RequestContext call) {
    String arguments =
        "temperature="
            + call.stringArgument("temperature", "")
            + ", style="
            + call.stringArgument("style", "none");
    return ContentBlocks.promptMessages(
        definition.description(),
        ContentBlocks.user(
            ContentBlocks.text("This is a complex prompt with arguments: " + arguments)),
        ContentBlocks.assistant(
            ContentBlocks.text(
                "I understand. You've provided a complex prompt with temperature and style"
                    + " arguments. How would you like me to proceed?")),
        ContentBlocks.user(SampleMedia.image()));
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return Optional.ofNullable(VALUES.get(argument));
  }
}
