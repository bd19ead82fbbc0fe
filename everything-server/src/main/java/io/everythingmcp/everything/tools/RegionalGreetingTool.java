package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;

/**
 * Greets. Its arguments travel in HTTP headers too, so that something on the way can route the call
 * without reading the body.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, custom headers</a>
 */
final class RegionalGreetingTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "regionalGreeting",
              SchemaBuilder.arguments()
                  .optional(
                      "region",
                      SchemaBuilder.string("Where the greeting goes; also in Mcp-Param-Region")
                          .with("x-mcp-header", "Region"))
                  .optional(
                      "level",
                      SchemaBuilder.integer("How warm it is; also in Mcp-Param-Level")
                          .range(0, 10)
                          .defaultValue(1)
                          .with("x-mcp-header", "Level"))
                  .schema())
          .title("Regional greeting")
          .description("Greets a region; its arguments are mirrored in HTTP headers")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    int level = (int) call.numberArgument("level", 1);
    return RequestOutcome.text(
        "Hello, " + call.stringArgument("region", "everywhere") + "!".repeat(level + 1));
  }
}
