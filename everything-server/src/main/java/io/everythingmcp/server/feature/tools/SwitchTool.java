package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Scopes;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** Adds the extra tool for everybody, or removes it; so only an administrator may. */
final class SwitchTool implements Tool, InstantFeature {
  private final boolean on;
  private final McpSchema.Tool definition;

  private SwitchTool(boolean on, String name, String title, String description) {
    this.on = on;
    this.definition =
        McpSchema.Tool.builder(name, Schemas.noArguments())
            .title(title)
            .description(description)
            .annotations(Hints.SWITCHES)
            .build();
  }

  static SwitchTool adding() {
    return new SwitchTool(
        true,
        "addTool",
        "Add a tool",
        "Adds the tool "
            + ExtraTool.NAME
            + " for everybody; clients are told that the list changed");
  }

  static SwitchTool removing() {
    return new SwitchTool(
        false,
        "removeTool",
        "Remove a tool",
        "Removes the tool "
            + ExtraTool.NAME
            + " for everybody; clients are told that the list changed");
  }

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
    boolean changed = call.changes().enableTool(ExtraTool.NAME, on);
    return Outcome.text(
        "The tool "
            + ExtraTool.NAME
            + (changed ? " is now " : " was already ")
            + (on ? "on" : "off"));
  }
}
