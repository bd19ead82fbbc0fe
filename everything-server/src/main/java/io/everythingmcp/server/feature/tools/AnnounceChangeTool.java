package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Scopes;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.modelcontextprotocol.spec.McpSchema;

/**
 * Tells every client that a list or a resource has changed, although it has not; so only an
 * administrator may.
 */
final class AnnounceChangeTool implements Tool {
  private static final String RESOURCE = "test://static/resource/1";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "announceChange",
              Schemas.arguments()
                  .required(
                      "what",
                      Schemas.choice(
                          "What is said to have changed: a list, or a resource",
                          "tools",
                          "prompts",
                          "resources",
                          "resource"))
                  .optional("uri", Schemas.string("The URI of the resource").defaultsTo(RESOURCE))
                  .schema())
          .title("Announce a change")
          .description(
              "Tells every client that listens that the list of tools, prompts or resources has"
                  + " changed, or one resource to those who subscribed to it; in truth nothing"
                  + " changes")
          .annotations(Hints.ADDS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public String scope() {
    return Scopes.ADMIN;
  }

  @Override
  public Outcome call(Call call) {
    switch (call.string("what", "")) {
      case "tools" -> call.changes().toolsChanged();
      case "prompts" -> call.changes().promptsChanged();
      case "resources" -> call.changes().resourcesChanged();
      default -> call.changes().resourceUpdated(call.string("uri", RESOURCE));
    }
    return Outcome.text("Those who listen are told");
  }
}
