package io.everythingmcp.server.protocol.handlers;

import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.event.Events;
import java.util.Map;

/** The table of methods that both eras know. */
public final class Methods {
  private final Map<String, Method> table;

  /**
   * The methods over a catalog.
   *
   * @param pageSize how many resources one page holds
   * @param events is told of calls of tools
   */
  public Methods(LiveCatalog catalog, int pageSize, Events events) {
    Schemas schemas = new Schemas();
    table =
        Map.of(
            "tools/list", new ListTools(catalog),
            "tools/call", new CallTool(catalog, schemas, events),
            "resources/list", new ListResources(catalog, pageSize),
            "resources/templates/list", new ListTemplates(catalog),
            "resources/read", new ReadResource(catalog),
            "prompts/list", new ListPrompts(catalog),
            "prompts/get", new GetPrompt(catalog),
            "completion/complete", new Complete(catalog));
  }

  /** The method with this name, or null. */
  public Method find(String name) {
    return table.get(name);
  }
}
