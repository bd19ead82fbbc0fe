package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.resources.SessionResource;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;

/** Creates a resource that only its caller can read. */
final class CreateSessionResourceTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "createSessionResource",
              SchemaBuilder.arguments()
                  .required(
                      "name",
                      SchemaBuilder.string(
                              "Letters, digits, hyphens, underscores, and single dots between them")
                          .lengthRange(1, 64)
                          .with("pattern", "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$"))
                  .required(
                      "text",
                      SchemaBuilder.string("What is in the resource").lengthRange(0, 10_000))
                  .schema())
          .title("Create session resource")
          .description(
              "Creates a text resource and returns a link to it. Within a session it is listed for"
                  + " this session only, and is deleted with it. Without a session it is not"
                  + " listed: the URI in the result is the only reference to it, and is valid for"
                  + " the same caller only. In both cases it is deleted an hour after its last"
                  + " use.")
          .annotations(ToolHints.ADDITIVE)
          .icons(SampleMedia.icon("\uD83D\uDCC4"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    if (call.storage().isFull()) {
      return RequestOutcome.toolError(
          "Limit of stored resources reached; each expires one hour after its last use");
    }
    SessionResource made =
        SessionResource.named(call.stringArgument("name", ""), call.stringArgument("text", ""));
    made.keep(call.storage());
    if (SessionResource.listed(call.storage()).contains(new SessionResource(made.handle(), ""))) {
      call.sessionNotifier().resourceListChanged();
    }
    return RequestOutcome.content(
        ContentBlocks.text("Created " + made.definition().uri()),
        ResourceLinks.to(made.definition()));
  }
}
