package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.resources.StaticResource;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Returns links to resources, which the client may follow or not. */
final class ResourceLinksTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getResourceLinks",
              SchemaBuilder.arguments()
                  .optional(
                      "count",
                      SchemaBuilder.integer("Number of resource links to return (1-10)")
                          .range(1, 10)
                          .defaultValue(3))
                  .schema())
          .title("Resource links")
          .description(
              "Returns up to ten resource links that reference different types of resources")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    int count = (int) call.numberArgument("count", 3);
    String text = "Here are " + count + " resource links to resources available in this server:";
    Stream<McpSchema.Content> links =
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> ResourceLinks.to(new StaticResource(id).definition()));
    return RequestOutcome.content(
        Stream.concat(Stream.of(ContentBlocks.text(text)), links)
            .toArray(McpSchema.Content[]::new));
  }
}
