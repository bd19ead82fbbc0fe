package io.everythingmcp.everything.prompts;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A prompt of which the second argument's completion depends on the first argument. */
final class CompletablePrompt implements Prompt, InstantFeature {
  private static final List<String> DEPARTMENTS =
      List.of("Engineering", "Sales", "Marketing", "Support");
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "Engineering", List.of("Alice", "Bob", "Charlie"),
          "Sales", List.of("David", "Eve", "Frank"),
          "Marketing", List.of("Grace", "Henry", "Iris"),
          "Support", List.of("John", "Kim", "Lee"));

  private final McpSchema.Prompt definition =
      McpSchema.Prompt.builder("completable_prompt")
          .title("Team Management")
          .description("First argument choice narrows values for second argument.")
          .arguments(
              List.of(
                  new McpSchema.PromptArgument(
                      "department", "Department", "Choose the department.", true),
                  new McpSchema.PromptArgument(
                      "name",
                      "Name",
                      "Choose a team member to lead the selected department.",
                      true)))
          .build();

  @Override
  public McpSchema.Prompt definition() {
    return definition;
  }

  @Override
  public RequestOutcome get(RequestContext call) {
    return ContentBlocks.promptMessages(
        definition.description(),
        ContentBlocks.user(
            ContentBlocks.text(
                "Please promote "
                    + call.stringArgument("name", "")
                    + " to the head of the "
                    + call.stringArgument("department", "")
                    + " team.")));
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return switch (argument) {
      case "department" -> Optional.of(DEPARTMENTS);
      case "name" ->
          Optional.of(NAMES.getOrDefault(context.getOrDefault("department", ""), List.of()));
      default -> Optional.empty();
    };
  }
}
