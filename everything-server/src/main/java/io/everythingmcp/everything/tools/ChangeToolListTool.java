package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;

/** Adds the extra tool for all callers, or removes it; requires the scope {@code mcp:admin}. */
final class ChangeToolListTool implements Tool, InstantFeature {
  private final boolean on;
  private final McpSchema.Tool definition;

  private ChangeToolListTool(boolean on, String name, String title, String description) {
    this.on = on;
    this.definition =
        McpSchema.Tool.builder(name, SchemaBuilder.noArguments())
            .title(title)
            .description(description)
            .annotations(ToolHints.IDEMPOTENT)
            .build();
  }

  static ChangeToolListTool adding() {
    return new ChangeToolListTool(
        true,
        "addTool",
        "Add a tool",
        "Adds the tool "
            + ExtraTool.NAME
            + " for all clients, which receive notifications/tools/list_changed");
  }

  static ChangeToolListTool removing() {
    return new ChangeToolListTool(
        false,
        "removeTool",
        "Remove a tool",
        "Removes the tool "
            + ExtraTool.NAME
            + " for all clients, which receive notifications/tools/list_changed");
  }

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
    boolean changed = call.changeNotifier().setToolEnabled(ExtraTool.NAME, on);
    return RequestOutcome.text(
        "The tool "
            + ExtraTool.NAME
            + (changed ? " is now " : " was already ")
            + (on ? "on" : "off"));
  }
}
