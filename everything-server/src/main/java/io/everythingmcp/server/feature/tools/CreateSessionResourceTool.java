package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.resources.SessionResource;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** Makes a resource that nobody else sees. */
final class CreateSessionResourceTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "createSessionResource",
              Schemas.arguments()
                  .required(
                      "name",
                      Schemas.string(
                              "Letters, digits, hyphens, underscores, and single dots between them")
                          .length(1, 64)
                          .with("pattern", "^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$"))
                  .required("text", Schemas.string("What is in the resource").length(0, 10_000))
                  .schema())
          .title("Create session resource")
          .description(
              "Creates a text resource and returns a link to it. Within a session it is listed for"
                  + " this session only, and is gone with it. Without a session it is not listed:"
                  + " the URI in the result is the only way to it, and works for the same caller"
                  + " only. Either way it is gone an hour after its last use.")
          .annotations(Hints.ADDS)
          .icons(Media.icon("\uD83D\uDCC4"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    if (call.scope().full()) {
      return Outcome.toolError(
          "As many resources are kept here as may be; each is gone an hour after its last use");
    }
    SessionResource made = SessionResource.named(call.string("name", ""), call.string("text", ""));
    made.keep(call.scope());
    if (SessionResource.listed(call.scope()).contains(new SessionResource(made.handle(), ""))) {
      call.emitter().resourcesChanged();
    }
    return Outcome.content(
        Contents.text("Created " + made.definition().uri()), Links.to(made.definition()));
  }
}
