package io.everythingmcp.api.support;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** Factory methods for definitions that consist of a name, a description and a schema. */
public final class FeatureDefinitions {
  private FeatureDefinitions() {}

  /**
   * Creates the definition of a tool; the title is derived from its name.
   *
   * @param name name of the tool
   * @param description description for the model
   * @param inputSchema JSON Schema of the arguments
   * @param hints annotations of the tool
   * @return the definition
   */
  public static McpSchema.Tool tool(
      String name,
      String description,
      Map<String, Object> inputSchema,
      McpSchema.ToolAnnotations hints) {
    return McpSchema.Tool.builder(name, inputSchema)
        .title(title(name))
        .description(description)
        .annotations(hints)
        .build();
  }

  /**
   * Creates the definition of a prompt; the title is derived from its name.
   *
   * @param name name of the prompt
   * @param description description for the user
   * @param arguments the arguments
   * @return the definition
   */
  public static McpSchema.Prompt prompt(
      String name, String description, McpSchema.PromptArgument... arguments) {
    return McpSchema.Prompt.builder(name)
        .title(title(name))
        .description(description)
        .arguments(List.of(arguments))
        .build();
  }

  /**
   * Creates a required prompt argument.
   *
   * @param name name of the argument
   * @param description description for the user
   * @return the argument
   */
  public static McpSchema.PromptArgument argument(String name, String description) {
    return new McpSchema.PromptArgument(name, null, description, true);
  }

  private static String title(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
  }
}
