package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleWeather;
import io.modelcontextprotocol.spec.McpSchema;

/** Returns a structure that its output schema describes, and the same as text. */
final class StructuredContentTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getStructuredContent",
              SchemaBuilder.arguments().required("location", SampleWeather.location()).schema())
          .title("Structured content")
          .description(
              "Returns structured content along with an output schema for client data validation")
          .outputSchema(SampleWeather.schema().schema())
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return ContentBlocks.structured(SampleWeather.in(call.stringArgument("location", "")).values());
  }
}
