package io.everythingmcp.server.protocol.handlers;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.change.CurrentCatalog;
import java.util.Map;

/** The table of methods that both eras know. */
public final class McpMethodTable {
  private final PageSizes pages;
  private final Map<String, McpMethod> table;

  /**
   * The methods over a catalog.
   *
   * @param pages how much of a list one answer holds
   * @param events is told of calls of tools
   */
  public McpMethodTable(CurrentCatalog catalog, PageSizes pages, ServerEventBus events) {
    this.pages = pages;
    SchemaValidator schemas = new SchemaValidator();
    table =
        Map.of(
            "tools/list", new ListTools(catalog, pages.tools()),
            "tools/call", new CallTool(catalog, schemas, events),
            "resources/list", new ListResources(catalog, pages.resources()),
            "resources/templates/list",
                new ListResourceTemplates(catalog, pages.resourceTemplates()),
            "resources/read", new ReadResource(catalog),
            "prompts/list", new ListPrompts(catalog, pages.prompts()),
            "prompts/get", new GetPrompt(catalog),
            "completion/complete", new CompleteArgument(catalog));
  }

  /** How much of a list one answer holds. */
  public PageSizes pages() {
    return pages;
  }

  /** The method with this name, or null. */
  public McpMethod find(String name) {
    return table.get(name);
  }
}
