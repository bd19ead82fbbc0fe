package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** Returns an image between two texts. */
final class TinyImageTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("getTinyImage", Schemas.noArguments())
          .title("Tiny image")
          .description("Returns the MCP_TINY_IMAGE")
          .annotations(Hints.READS)
          .icons(Media.icon())
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return Outcome.content(
        Contents.text("This is a tiny image:"),
        Media.image(),
        Contents.text("The image above is the MCP tiny image."));
  }
}
