package io.everythingmcp.server.feature.prompts;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Prompt;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.resources.StaticResource;
import io.everythingmcp.server.feature.trait.InstantFeature;
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
  public Outcome get(Call call) {
    String id = call.string("resourceId", "");
    if (!id.matches(NUMBER)) {
      return Outcome.refused(
          Fault.INVALID_PARAMS,
          "Invalid resourceId: " + id + ". Must be a number between 1 and 100.");
    }
    StaticResource resource = new StaticResource(Integer.parseInt(id));
    return Contents.prompt(
        definition.description(),
        Contents.user(
            Contents.text(
                "This prompt includes Resource "
                    + id
                    + ". Please analyze the following resource:")),
        Contents.user(Contents.embedded(resource.contents())));
  }

  @Override
  public Optional<List<String>> values(String argument, Map<String, String> context) {
    return argument.equals("resourceId")
        ? Optional.of(List.of("1", "2", "3", "4", "5"))
        : Optional.empty();
  }
}
