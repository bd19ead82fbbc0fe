package com.acme.hello;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Schemas;
import io.modelcontextprotocol.spec.McpSchema;

/** Greets a person by name. */
final class HelloTool implements Tool {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "hello",
              Schemas.arguments().required("name", Schemas.string("Whom to greet")).schema())
          .description("Greets by name")
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return Outcome.text("Hello, " + call.string("name", "") + "!");
  }
}
