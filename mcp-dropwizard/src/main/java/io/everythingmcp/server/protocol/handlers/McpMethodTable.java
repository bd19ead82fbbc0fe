package io.everythingmcp.server.protocol.handlers;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.change.CurrentCatalog;
import java.util.Map;

/** Table of the methods common to both eras. */
public final class McpMethodTable {
  private final PageSizes pages;
  private final Map<String, McpMethod> table;

  /**
   * Creates the methods for a catalog.
   *
   * @param pages page sizes of lists
   * @param events receives events of tool calls
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

  /** Returns the page sizes of lists. */
  public PageSizes pages() {
    return pages;
  }

  /** The method with this name, or null. */
  public McpMethod find(String name) {
    return table.get(name);
  }
}
