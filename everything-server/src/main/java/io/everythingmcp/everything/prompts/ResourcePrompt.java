package io.everythingmcp.everything.prompts;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.everything.resources.StaticResource;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message with a resource in it. */
final class ResourcePrompt implements Prompt, InstantFeature {
  private static final String NUMBER = "[1-9][0-9]?|100";

  private final McpSchema.Prompt definition =
      McpSchema.Prompt.builder("resource_prompt")
          .title("Resource prompt")
          .description("A prompt that includes an embedded resource reference")
          .arguments(
              List.of(
                  new McpSchema.PromptArgument(
                      "resourceId", "Resource", "Resource ID to include (1-100)", true)))
          .build();

  @Override
  public McpSchema.Prompt definition() {
    return definition;
  }

  @Override
  public RequestOutcome get(RequestContext call) {
    String id = call.stringArgument("resourceId", "");
    if (!id.matches(NUMBER)) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "Invalid resourceId: " + id + ". Must be a number between 1 and 100.");
    }
    StaticResource resource = new StaticResource(Integer.parseInt(id));
    return ContentBlocks.promptMessages(
        definition.description(),
        ContentBlocks.user(
            ContentBlocks.text(
                "This prompt includes Resource "
                    + id
                    + ". Please analyze the following resource:")),
        ContentBlocks.user(ContentBlocks.embedded(resource.contents())));
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return argument.equals("resourceId")
        ? Optional.of(List.of("1", "2", "3", "4", "5"))
        : Optional.empty();
  }
}
