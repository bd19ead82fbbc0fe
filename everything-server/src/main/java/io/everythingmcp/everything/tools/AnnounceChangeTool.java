package io.everythingmcp.everything.tools;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;

/**
 * Notifies all clients that a list or a resource has changed, although it has not; so the tool
 * requires the scope of an administrator.
 */
final class AnnounceChangeTool implements Tool {
  private static final String RESOURCE = "test://static/resource/1";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "announceChange",
              SchemaBuilder.arguments()
                  .required(
                      "what",
                      SchemaBuilder.enumeration(
                          "What is announced as changed: a list, or a resource",
                          "tools",
                          "prompts",
                          "resources",
                          "resource"))
                  .optional(
                      "uri", SchemaBuilder.string("The URI of the resource").defaultValue(RESOURCE))
                  .schema())
          .title("Announce a change")
          .description(
              "Notifies every subscribed client that the list of tools, prompts or resources has"
                  + " changed, or the clients subscribed to a resource that it has; actually"
                  + " nothing changes")
          .annotations(ToolHints.ADDITIVE)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public String requiredScope() {
    return OAuthScopes.ADMIN;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    switch (call.stringArgument("what", "")) {
      case "tools" -> call.changeNotifier().toolListChanged();
      case "prompts" -> call.changeNotifier().promptListChanged();
      case "resources" -> call.changeNotifier().resourceListChanged();
      default -> call.changeNotifier().resourceUpdated(call.stringArgument("uri", RESOURCE));
    }
    return RequestOutcome.text("All subscribed clients are notified");
  }
}
