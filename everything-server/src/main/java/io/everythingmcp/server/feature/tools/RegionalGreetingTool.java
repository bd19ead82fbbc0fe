package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
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
              Schemas.arguments()
                  .optional(
                      "region",
                      Schemas.string("Where the greeting goes; also in Mcp-Param-Region")
                          .with("x-mcp-header", "Region"))
                  .optional(
                      "level",
                      Schemas.integer("How warm it is; also in Mcp-Param-Level")
                          .between(0, 10)
                          .defaultsTo(1)
                          .with("x-mcp-header", "Level"))
                  .schema())
          .title("Regional greeting")
          .description("Greets a region; its arguments are mirrored in HTTP headers")
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    int level = (int) call.number("level", 1);
    return Outcome.text("Hello, " + call.string("region", "everywhere") + "!".repeat(level + 1));
  }
}
