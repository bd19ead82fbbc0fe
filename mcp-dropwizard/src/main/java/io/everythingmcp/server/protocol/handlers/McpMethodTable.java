package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Map;

/** Table of the methods common to both eras, which resolves requests. */
public final class McpMethodTable {
  private final PageSizes pages;
  private final Map<String, MethodResolver> table;

  /** Looks up what the parameters of a request name. */
  private interface MethodResolver {
    McpMethod resolve(JsonNode params, FeatureVisibility.Viewer viewer);
  }

  /**
   * Creates the methods for a catalog.
   *
   * @param pages page sizes of lists
   * @param events receives events of tool calls
   * @param scopeChecks whether a tool is called only for callers with its scopes
   */
  public McpMethodTable(
      CurrentCatalog catalog, PageSizes pages, ServerEventBus events, boolean scopeChecks) {
    this.pages = pages;
    table =
        Map.of(
            "tools/list",
            always(new ListTools(catalog, pages.tools())),
            "tools/call",
            (params, viewer) ->
                new CallTool(
                    CallTool.find(catalog.snapshot(), params, viewer), events, scopeChecks),
            "resources/list",
            always(new ListResources(catalog, pages.resources())),
            "resources/templates/list",
            always(new ListResourceTemplates(catalog, pages.resourceTemplates())),
            "resources/read",
            (params, viewer) -> ReadResource.of(catalog.current(), params),
            "prompts/list",
            always(new ListPrompts(catalog, pages.prompts())),
            "prompts/get",
            (params, viewer) -> GetPrompt.of(catalog.current(), params),
            "completion/complete",
            (params, viewer) -> CompleteArgument.of(catalog.current(), params));
  }

  /** Returns the page sizes of lists. */
  public PageSizes pages() {
    return pages;
  }

  private static MethodResolver always(McpMethod method) {
    return (params, viewer) -> method;
  }

  /**
   * Resolves a request in the current catalog.
   *
   * @param viewer the caller, for the visibility of tools
   */
  public ResolvedRequest resolve(RpcMessage.Request request, FeatureVisibility.Viewer viewer) {
    MethodResolver resolver = table.get(request.method());
    McpMethod method = resolver == null ? null : resolver.resolve(request.params(), viewer);
    return new ResolvedRequest(request, method);
  }
}
