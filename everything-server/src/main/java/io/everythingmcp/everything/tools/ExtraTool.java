package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;

/** The tool that {@code addTool} adds and {@code removeTool} removes. */
final class ExtraTool implements Tool, InstantFeature {
  static final String NAME = "extraTool";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(NAME, SchemaBuilder.noArguments())
          .title("Extra tool")
          .description("Was added while the server was running, and can be removed again")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return RequestOutcome.text("This tool was added while the server was running.");
  }
}
