package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.resources.StaticResource;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Returns links to resources, which the client may follow or not. */
final class ResourceLinksTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getResourceLinks",
              Schemas.arguments()
                  .optional(
                      "count",
                      Schemas.integer("Number of resource links to return (1-10)")
                          .between(1, 10)
                          .defaultsTo(3))
                  .schema())
          .title("Resource links")
          .description(
              "Returns up to ten resource links that reference different types of resources")
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    int count = (int) call.number("count", 3);
    String text = "Here are " + count + " resource links to resources available in this server:";
    Stream<McpSchema.Content> links =
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> Links.to(new StaticResource(id).definition()));
    return Outcome.content(
        Stream.concat(Stream.of(Contents.text(text)), links).toArray(McpSchema.Content[]::new));
  }
}
