package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** Adds two numbers. */
final class AddTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "add",
              Schemas.arguments()
                  .required("a", Schemas.number("First number"))
                  .required("b", Schemas.number("Second number"))
                  .schema())
          .title("Add")
          .description("Adds two numbers")
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    double a = call.number("a", 0);
    double b = call.number("b", 0);
    return Outcome.text(
        "The sum of "
            + Contents.number(a)
            + " and "
            + Contents.number(b)
            + " is "
            + Contents.number(a + b)
            + ".");
  }
}
