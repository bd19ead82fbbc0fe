package io.everythingmcp.api.support;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** Definitions that need nothing but a name, a description and a schema. */
public final class FeatureDefinitions {
  private FeatureDefinitions() {}

  /** A tool whose title is its name in plain words. */
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

  /** A prompt whose title is its name in plain words; all its arguments are required. */
  public static McpSchema.Prompt prompt(
      String name, String description, McpSchema.PromptArgument... arguments) {
    return McpSchema.Prompt.builder(name)
        .title(title(name))
        .description(description)
        .arguments(List.of(arguments))
        .build();
  }

  /** An argument that must be given. */
  public static McpSchema.PromptArgument argument(String name, String description) {
    return new McpSchema.PromptArgument(name, null, description, true);
  }

  private static String title(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
  }
}
