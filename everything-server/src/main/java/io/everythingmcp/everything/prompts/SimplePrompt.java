package io.everythingmcp.everything.prompts;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
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
  public RequestOutcome get(RequestContext call) {
    return ContentBlocks.promptMessages(
        definition.description(),
        ContentBlocks.user(ContentBlocks.text("This is a simple prompt without arguments.")));
  }
}
