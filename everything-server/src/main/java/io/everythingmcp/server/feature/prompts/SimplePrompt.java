package io.everythingmcp.server.feature.prompts;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Prompt;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/** One message, always the same. */
final class SimplePrompt implements Prompt, InstantFeature {
  private final McpSchema.Prompt definition =
      McpSchema.Prompt.builder("simple_prompt")
          .title("Simple prompt")
          .description("A prompt without arguments")
          .arguments(List.of())
          .build();

  @Override
  public McpSchema.Prompt definition() {
    return definition;
  }

  @Override
  public Outcome get(Call call) {
    return Contents.prompt(
        definition.description(),
        Contents.user(Contents.text("This is a simple prompt without arguments.")));
  }
}
