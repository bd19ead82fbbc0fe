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

/** Returns a resource within the result. */
final class ResourceReferenceTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getResourceReference",
              Schemas.arguments()
                  .required(
                      "resourceId",
                      Schemas.integer("ID of the resource to reference (1-100)")
                          .between(1, StaticResource.COUNT))
                  .schema())
          .title("Resource reference")
          .description("Returns a resource reference that can be used by MCP clients")
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    int id = (int) call.number("resourceId", 1);
    StaticResource resource = new StaticResource(id);
    return Outcome.content(
        Contents.text("Returning resource reference for Resource " + id + ":"),
        Contents.embedded(resource.contents()),
        Contents.text(
            "You can access this resource using the URI: " + resource.definition().uri()));
  }
}
