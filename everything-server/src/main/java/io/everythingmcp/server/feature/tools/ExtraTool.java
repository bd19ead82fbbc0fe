package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** The tool that {@code addTool} adds and {@code removeTool} removes. */
final class ExtraTool implements Tool, InstantFeature {
  static final String NAME = "extraTool";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(NAME, Schemas.noArguments())
          .title("Extra tool")
          .description("Was added while the server was running, and can be removed again")
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return Outcome.text("This tool was added while the server was running.");
  }
}
