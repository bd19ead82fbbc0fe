package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.Annotations;
import io.modelcontextprotocol.spec.McpSchema.Role;
import java.util.List;
import java.util.Map;

/** Returns content with the annotations {@code audience} and {@code priority}. */
final class AnnotatedMessageTool implements Tool, InstantFeature {
  private static final Map<String, Object> META = Map.of("io.everythingmcp/shows", "annotations");

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "annotatedMessage",
              SchemaBuilder.arguments()
                  .required(
                      "messageType",
                      SchemaBuilder.enumeration(
                          "Type of message to demonstrate different annotation patterns",
                          "error",
                          "success",
                          "debug"))
                  .optional(
                      "includeImage",
                      SchemaBuilder.bool("Whether to include an example image").defaultValue(false))
                  .schema())
          .title("Annotated message")
          .description("Demonstrates how annotations can be used to provide metadata about content")
          .annotations(ToolHints.READ_ONLY)
          .meta(META)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    McpSchema.TextContent message = message(call.stringArgument("messageType", "debug"));
    return call.booleanArgument("includeImage", false)
        ? RequestOutcome.content(message, image())
        : RequestOutcome.content(message);
  }

  private static McpSchema.TextContent message(String type) {
    return switch (type) {
      case "error" -> text("Error: Operation failed", 1.0, Role.USER, Role.ASSISTANT);
      case "success" -> text("Operation completed successfully", 0.7, Role.USER);
      default -> text("Debug: Cache hit ratio 0.95, latency 150ms", 0.3, Role.ASSISTANT);
    };
  }

  private static McpSchema.TextContent text(String text, double priority, Role... audience) {
    return new McpSchema.TextContent(
        new Annotations(List.of(audience), priority, null), text, META);
  }

  private static McpSchema.ImageContent image() {
    return new McpSchema.ImageContent(
        new Annotations(List.of(Role.USER), 0.5, null), SampleMedia.PNG, "image/png", META);
  }
}
