package com.acme.hello;

import io.everythingmcp.server.feature.Prompt;
import io.everythingmcp.server.feature.Resource;
import io.everythingmcp.server.feature.kit.Contents;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/** A resource and a prompt: each is a definition and a function. */
final class HelloContent {
  static final String URI = "hello://languages";

  private HelloContent() {}

  static Resource languages() {
    return Resource.of(
        McpSchema.Resource.builder(URI, "languages")
            .description("The languages in which this server greets")
            .mimeType("text/plain")
            .build(),
        call -> Contents.read(Contents.textOf(URI, "text/plain", "English")));
  }

  static Prompt introduce() {
    return Prompt.of(
        McpSchema.Prompt.builder("introduce")
            .description("Introduces a person to the model")
            .arguments(List.of(new McpSchema.PromptArgument("name", "Name", "Who it is", true)))
            .build(),
        call ->
            Contents.prompt(
                "An introduction",
                Contents.user(Contents.text("My name is " + call.string("name", "") + "."))));
  }
}
