package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;

/** Adds two numbers. */
final class AddNumbersTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "add",
              SchemaBuilder.arguments()
                  .required("a", SchemaBuilder.number("First number"))
                  .required("b", SchemaBuilder.number("Second number"))
                  .schema())
          .title("Add")
          .description("Adds two numbers")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    double a = call.numberArgument("a", 0);
    double b = call.numberArgument("b", 0);
    return RequestOutcome.text(
        "The sum of "
            + ContentBlocks.number(a)
            + " and "
            + ContentBlocks.number(b)
            + " is "
            + ContentBlocks.number(a + b)
            + ".");
  }
}
