package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.ResourceTemplate;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/** {@code resources/templates/list}. */
final class ListTemplates implements Method {
  private static final int PAGE = 1_000;
  private static final Lister<ResourceTemplate> LISTER =
      new Lister<>(
          "resources/templates/list",
          "resourceTemplates",
          PAGE,
          template -> template.definition().uriTemplate(),
          template -> Json.tree(template.definition()));

  private final LiveCatalog catalog;

  ListTemplates(LiveCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Outcome handle(JsonNode params, CallContext call) {
    Catalog now = catalog.current();
    return LISTER.page(
        now, now.templates(), ResourceTemplate::visibility, call.viewer(), List.of(), params);
  }
}
