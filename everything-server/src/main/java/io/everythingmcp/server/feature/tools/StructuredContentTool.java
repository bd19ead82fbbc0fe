package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Weather;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** Returns a structure that its output schema describes, and the same as text. */
final class StructuredContentTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getStructuredContent",
              Schemas.arguments().required("location", Weather.location()).schema())
          .title("Structured content")
          .description(
              "Returns structured content along with an output schema for client data validation")
          .outputSchema(Weather.schema().schema())
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return Contents.structured(Weather.in(call.string("location", "")).values());
  }
}
