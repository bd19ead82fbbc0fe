package com.acme.hello;

import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.support.ContentBlocks;
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
        call -> ContentBlocks.resourceContents(ContentBlocks.textOf(URI, "text/plain", "English")));
  }

  static Prompt introduce() {
    return Prompt.of(
        McpSchema.Prompt.builder("introduce")
            .description("Introduces a person to the model")
            .arguments(List.of(new McpSchema.PromptArgument("name", "Name", "Who it is", true)))
            .build(),
        call ->
            ContentBlocks.promptMessages(
                "An introduction",
                ContentBlocks.user(
                    ContentBlocks.text("My name is " + call.stringArgument("name", "") + "."))));
  }
}
