package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/** {@code resources/templates/list}. */
final class ListResourceTemplates implements McpMethod {

  private final CurrentCatalog catalog;
  private final ListPaginator<ResourceTemplate> lister;

  ListResourceTemplates(CurrentCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new ListPaginator<>(
            "resources/templates/list",
            "resourceTemplates",
            pageSize,
            template -> template.definition().uriTemplate(),
            template -> WireJson.tree(template.definition()));
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    FeatureCatalog now = catalog.current();
    return lister.page(
        now, now.templates(), ResourceTemplate::visibility, call.viewer(), List.of(), params);
  }
}
