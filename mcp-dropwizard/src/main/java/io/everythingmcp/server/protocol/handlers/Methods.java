package io.everythingmcp.server.protocol.handlers;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.change.LiveCatalog;
import java.util.Map;

/** The table of methods that both eras know. */
public final class Methods {
  private final PageSizes pages;
  private final Map<String, Method> table;

  /**
   * The methods over a catalog.
   *
   * @param pages how much of a list one answer holds
   * @param events is told of calls of tools
   */
  public Methods(LiveCatalog catalog, PageSizes pages, ServerEventBus events) {
    this.pages = pages;
    Schemas schemas = new Schemas();
    table =
        Map.of(
            "tools/list", new ListTools(catalog, pages.tools()),
            "tools/call", new CallTool(catalog, schemas, events),
            "resources/list", new ListResources(catalog, pages.resources()),
            "resources/templates/list", new ListTemplates(catalog, pages.resourceTemplates()),
            "resources/read", new ReadResource(catalog),
            "prompts/list", new ListPrompts(catalog, pages.prompts()),
            "prompts/get", new GetPrompt(catalog),
            "completion/complete", new Complete(catalog));
  }

  /** How much of a list one answer holds. */
  public PageSizes pages() {
    return pages;
  }

  /** The method with this name, or null. */
  public Method find(String name) {
    return table.get(name);
  }
}
