package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;

/** Returns an image between two texts. */
final class TinyImageTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("getTinyImage", SchemaBuilder.noArguments())
          .title("Tiny image")
          .description("Returns the MCP_TINY_IMAGE")
          .annotations(ToolHints.READ_ONLY)
          .icons(SampleMedia.icon())
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return RequestOutcome.content(
        ContentBlocks.text("This is a tiny image:"),
        SampleMedia.image(),
        ContentBlocks.text("The image above is the MCP tiny image."));
  }
}
