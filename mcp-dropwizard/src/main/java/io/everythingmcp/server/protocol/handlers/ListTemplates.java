package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/** {@code resources/templates/list}. */
final class ListTemplates implements Method {

  private final LiveCatalog catalog;
  private final Lister<ResourceTemplate> lister;

  ListTemplates(LiveCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new Lister<>(
            "resources/templates/list",
            "resourceTemplates",
            pageSize,
            template -> template.definition().uriTemplate(),
            template -> Json.tree(template.definition()));
  }

  @Override
  public RequestOutcome handle(JsonNode params, CallContext call) {
    FeatureCatalog now = catalog.current();
    return lister.page(
        now, now.templates(), ResourceTemplate::visibility, call.viewer(), List.of(), params);
  }
}
