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

/** Returns a resource within the result. */
final class ResourceReferenceTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getResourceReference",
              SchemaBuilder.arguments()
                  .required(
                      "resourceId",
                      SchemaBuilder.integer("ID of the resource to reference (1-100)")
                          .range(1, StaticResource.COUNT))
                  .schema())
          .title("Resource reference")
          .description("Returns a resource reference that can be used by MCP clients")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    int id = (int) call.numberArgument("resourceId", 1);
    StaticResource resource = new StaticResource(id);
    return RequestOutcome.content(
        ContentBlocks.text("Returning resource reference for Resource " + id + ":"),
        ContentBlocks.embedded(resource.contents()),
        ContentBlocks.text(
            "You can access this resource using the URI: " + resource.definition().uri()));
  }
}
