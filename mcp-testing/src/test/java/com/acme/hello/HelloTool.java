package com.acme.hello;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.modelcontextprotocol.spec.McpSchema;

/** Greets a person by name. */
final class HelloTool implements Tool {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "hello",
              SchemaBuilder.arguments()
                  .required("name", SchemaBuilder.string("Whom to greet"))
                  .schema())
          .description("Greets by name")
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return RequestOutcome.text("Hello, " + call.stringArgument("name", "") + "!");
  }
}
